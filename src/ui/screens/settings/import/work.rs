//! Reading a file in small steps, so that the page stays alive and it can be cancelled.

use super::said;
use crate::{
    app::{intent::Intent, state::State},
    browser::{
        breath::{self, Breath},
        page,
    },
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
use std::sync::Arc;

/// Rows read between two looks at the clock: a few milliseconds.
const AT_ONCE: usize = 500;
/// Entries recorded between two looks.
const SAVED_AT_ONCE: usize = 4096;

/// More rows than this nobody reads at once.
pub const LISTED: usize = 100;

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
    Ready(Arc<Ready>),
    /// Percent recorded.
    Saving(usize),
    /// So many rows were imported.
    Done(u32),
    /// What was recorded so far was taken back, and the rest let be.
    Stopped,
}

/// A preview, and what it takes to carry it out.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Row by row.
    pub preview: Preview,
    /// Lists and reasons named for the first time.
    pub new_names: [Vec<String>; 2],
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
    /// What would be recorded.
    pub plan: StoredValue<Plan>,
    /// Whether only rows with errors are listed, once that was said.
    pub only_errors: RwSignal<Option<bool>>,
    /// How many rows are listed.
    pub listed: RwSignal<usize>,
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
            plan: StoredValue::new(Plan::default()),
            only_errors: RwSignal::new(None),
            listed: RwSignal::new(LISTED),
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
        self.only_errors.set(None);
        self.listed.set(LISTED);
        self.again(app, "[data-testid='import-preview']".to_owned());
    }

    /// The same file, with something else said about it.
    pub fn with(self, app: AppContext, change: impl FnOnce(&mut Options)) {
        self.options.update(change);
        self.again(app, "[data-testid='import-preview']".to_owned());
    }

    /// The same file, with a row left out or taken in again.
    pub fn use_row(self, app: AppContext, line: u32, wanted: bool) {
        self.options.update(|it| {
            if wanted {
                it.left_out.remove(&line);
            } else {
                it.left_out.insert(line);
            }
        });
        self.again(app, format!("[data-testid='import-use-{line}']"));
    }

    /// Whatever is being read is let be.
    pub fn stop(self) {
        self.run.update_value(|it| *it = it.wrapping_add(1));
    }

    /// Forgets the file.
    pub fn cancel(self) {
        self.stop();
        self.bytes.set_value(Vec::new());
        self.plan.set_value(Plan::default());
        self.stage.set(Stage::Empty);
    }

    /// Records what the preview has shown, as one batch, a part at a time; goes on where the screen is left.
    pub async fn save(self, app: AppContext, rows: u32) {
        let Some(Plan { entries, settings, .. }) = self.plan.try_update_value(core::mem::take) else {
            return;
        };
        self.cancel();
        let (first, all) = (app.state.with_untracked(State::next_id), entries.len());
        let sum = entries.iter().map(|it| u64::from(it.n)).sum();
        let (mut left, mut settings) = (entries.into_iter(), settings);
        let (mut batch, mut breath) = (None, Breath::begin());
        loop {
            let entries: Vec<_> = left.by_ref().take(SAVED_AT_ONCE).collect();
            let total = (left.len() == 0).then_some(sum);
            app.run(Intent::Import { batch, entries, settings: core::mem::take(&mut settings), total });
            if total.is_some() {
                break;
            }
            batch = Some(first);
            if !breath.take().await {
                continue;
            }
            self.stage.try_set(Stage::Saving((all - left.len()) * 100 / all));
            // Undo takes the whole batch away, the lists it named included: the rest would stay alone.
            if !app.state.with_untracked(|it| it.takes_part(first)) {
                self.stage.try_set(Stage::Stopped);
                request_animation_frame(|| page::focus("[data-testid='import-preview']"));
                return;
            }
        }
        self.stage.try_set(Stage::Done(rows));
        request_animation_frame(|| page::focus("[data-testid='import-preview']"));
    }

    /// Reads the file anew; then the focus goes to `focus`.
    fn again(self, app: AppContext, focus: String) {
        self.stop();
        let run = self.run.get_value();
        spawn_local(async move {
            let stage = self.read(app, run).await;
            if self.run.try_get_value() == Some(run)
                && let Some(stage) = stage
            {
                self.stage.set(stage);
                request_animation_frame(move || page::focus(&focus));
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
        let mut breath = Breath::begin();
        loop {
            let progress = app
                .state
                .with_untracked(|it| importer.step(AT_ONCE, &Here { journal: it.book(), names: &names }));
            let reading = match progress {
                Err(it) => return bad(it),
                Ok(it) if it.is_finished() => break,
                Ok(it) => it.done * 100 / it.total.max(1),
            };
            // What is read at a stretch shows no progress: it would only flicker.
            if breath.take().await {
                if self.run.try_get_value() != Some(run) {
                    return None;
                }
                self.stage.set(Stage::Reading(reading));
            }
        }
        let finished =
            app.state.with_untracked(|it| importer.finish(&Here { journal: it.book(), names: &names }));
        let preview = match finished {
            Ok(it) => it,
            Err(it) => return bad(it),
        };
        breath::rest().await;
        let plan = app.state.with_untracked(|it| log::plan(&preview, it.book(), &names, it.fresh_id()));
        let size = self.size(app, run, &plan).await?;
        let new_names = [plan.new_lists.clone(), plan.new_reasons.clone()];
        self.plan.try_set_value(plan);
        Some(Stage::Ready(Arc::new(Ready { preview, new_names, size })))
    }

    /// Characters that the records of a plan take, keys left out. `None`: another run has begun.
    async fn size(self, app: AppContext, run: u32, plan: &Plan) -> Option<usize> {
        let (writer, first, now) = app.state.with_untracked(|it| (it.me, it.next_seq(), it.now.at));
        let settings = plan.settings.iter().cloned().map(Body::Setting);
        let bodies = settings.chain(plan.entries.iter().cloned().map(Body::Entry));
        let mut records = (first..).zip(bodies).map(|(seq, body)| Record {
            id: RecordId { writer, seq },
            at: now + u64::from(seq - first),
            batch: Some(first),
            body,
        });
        let (mut size, mut breath) = (0, Breath::begin());
        loop {
            let shard: Vec<Record> = records.by_ref().take(SHARD_LEN as usize).collect();
            if shard.is_empty() {
                return Some(size);
            }
            size += format::encode(&shard).encode_utf16().count();
            if breath.take().await && self.run.try_get_value() != Some(run) {
                return None;
            }
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
