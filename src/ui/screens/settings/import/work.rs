//! Reading a file in small steps, so that the page stays alive and it can be cancelled.

use super::said;
use crate::{
    app::state::State,
    browser::page,
    domain::reason::BuiltIn,
    exchange::{
        backup,
        import::{Importer, Options, Preview},
        log::{self, Here, Names, Plan},
    },
    journal::{
        format::{self, SHARD_LEN},
        record::{Body, Record, RecordId},
        settings::Settings,
    },
    text::{EN_AND_RU, Words, settings_rows::BadFile},
    ui::context::AppContext,
};
use leptos::{prelude::*, task::spawn_local};

/// Rows read between two looks at what the person does: a few milliseconds.
const AT_ONCE: usize = 2000;

/// How far the import has come.
#[derive(Clone, Debug)]
pub enum Stage {
    /// Nothing was chosen.
    Empty,
    /// Percent.
    Reading(usize),
    /// Why it cannot be read.
    Bad(BadFile),
    /// It is a backup: that is restored, not imported.
    Backup,
    /// What would happen.
    Ready(Box<Ready>),
    /// So many rows were imported.
    Done(u32),
}

/// A preview, and what it takes to carry it out.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Row by row.
    pub preview: Preview,
    /// What would be recorded.
    pub plan: Plan,
    /// Characters it takes in the storage.
    pub size: usize,
}

/// The file, what was said about it, and what became of it.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    bytes: StoredValue<Vec<u8>>,
    /// What was said about the file.
    pub options: RwSignal<Options>,
    /// How far it is.
    pub stage: RwSignal<Stage>,
    /// A later run ends an earlier one.
    run: StoredValue<u32>,
}

impl Work {
    /// Nothing yet.
    #[must_use]
    pub fn new(app: AppContext) -> Self {
        Self {
            bytes: StoredValue::new(Vec::new()),
            options: RwSignal::new(Options::new(app.state.with_untracked(|it| it.now.day))),
            stage: RwSignal::new(Stage::Empty),
            run: StoredValue::new(0),
        }
    }

    /// Another file.
    pub fn begin(self, app: AppContext, bytes: Vec<u8>) {
        self.options.set(Options::new(app.state.with_untracked(|it| it.now.day)));
        if backup::looks_like(&bytes) {
            self.stop();
            self.stage.set(match backup::decode(&bytes) {
                Err(backup::BackupError::Newer) => Stage::Bad(BadFile::NewerBackup),
                _ => Stage::Backup,
            });
            return;
        }
        self.bytes.set_value(bytes);
        self.again(app);
    }

    /// The same file, with something else said about it.
    pub fn with(self, app: AppContext, change: impl FnOnce(&mut Options)) {
        self.options.update(change);
        self.again(app);
    }

    /// Whatever is being read is let be.
    pub fn stop(self) {
        self.run.update_value(|it| *it = it.wrapping_add(1));
    }

    /// Forgets the file.
    pub fn cancel(self) {
        self.stop();
        self.bytes.set_value(Vec::new());
        self.stage.set(Stage::Empty);
    }

    fn again(self, app: AppContext) {
        self.stop();
        let run = self.run.get_value();
        spawn_local(async move {
            let stage = self.read(app, run).await;
            if self.run.try_get_value() == Some(run)
                && let Some(stage) = stage
            {
                self.stage.set(stage);
                request_animation_frame(|| page::focus("[data-testid='import-preview']"));
            }
        });
    }

    /// `None`: another run has begun.
    async fn read(self, app: AppContext, run: u32) -> Option<Stage> {
        let options = self.options.get_untracked();
        let words = app.words.get_untracked();
        let bad = |it| Some(Stage::Bad(said::bad_file(it)));
        let names = app.state.with_untracked(|it| names(it.book().settings(), words));
        let opened = self.bytes.with_value(|it| Importer::open(it, &options));
        let mut importer = match opened {
            Ok(it) => it,
            Err(it) => return bad(it),
        };
        loop {
            let progress = app
                .state
                .with_untracked(|it| importer.step(AT_ONCE, &Here { journal: it.book(), names: &names }));
            match progress {
                Err(it) => return bad(it),
                Ok(it) if it.is_finished() => break,
                Ok(it) => self.stage.set(Stage::Reading(it.done * 100 / it.total.max(1))),
            }
            page::breathe().await;
            if self.run.try_get_value() != Some(run) {
                return None;
            }
        }
        let finished = app.state.with_untracked(|it| {
            let preview = importer.finish(&Here { journal: it.book(), names: &names })?;
            let plan = log::plan(&preview, it.book(), &names, it.fresh_id());
            let size = size(it, &plan);
            Ok(Ready { preview, plan, size })
        });
        match finished {
            Ok(it) => Some(Stage::Ready(Box::new(it))),
            Err(it) => bad(it),
        }
    }
}

/// Names of lists and reasons; those of built-in reasons in both languages, the current one first.
#[must_use]
pub fn names(settings: &Settings, words: Words) -> Names {
    Names::of(settings, |id| {
        let own = settings.reasons.get(&id).and_then(|it| it.name.clone());
        let built_in = BuiltIn::by_id(id).into_iter().flat_map(|it| {
            core::iter::once(words.lang)
                .chain(EN_AND_RU)
                .map(move |lang| Words { lang, ..words }.reason(it).to_owned())
        });
        own.into_iter().chain(built_in).collect()
    })
}

/// Characters that the records of a plan take, keys left out.
fn size(state: &State, plan: &Plan) -> usize {
    let (writer, first) = (state.me, state.next_seq());
    let bodies =
        plan.settings.iter().cloned().map(Body::Setting).chain(plan.entries.iter().cloned().map(Body::Entry));
    let mut records = (first..).zip(bodies).map(|(seq, body)| Record {
        id: RecordId { writer, seq },
        at: state.now.at + u64::from(seq - first),
        batch: Some(first),
        body,
    });
    let mut size = 0;
    loop {
        let shard: Vec<Record> = records.by_ref().take(SHARD_LEN as usize).collect();
        if shard.is_empty() {
            return size;
        }
        size += format::encode(&shard).encode_utf16().count();
    }
}
