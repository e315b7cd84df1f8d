//! Waits for what takes time, with a limit and without a fixed pause.

use crate::Fallible;
use std::time::Duration;
use tokio::time::{sleep, timeout};

/// Long enough for two cores that do other things besides.
const LIMIT: Duration = Duration::from_secs(20);

const BETWEEN: Duration = Duration::from_millis(25);

/// Asks again and again until there is an answer; an error counts as none so far.
pub(crate) async fn until<T>(what: &str, ask: impl AsyncFn() -> Fallible<Option<T>>) -> Fallible<T> {
    let mut last = String::from("not yet");
    let asking = async {
        loop {
            match ask().await {
                Ok(Some(answer)) => return answer,
                Ok(None) => {}
                Err(error) => last = error.to_string(),
            }
            sleep(BETWEEN).await;
        }
    };
    let answer = timeout(LIMIT, asking).await;
    answer.map_err(|_elapsed| format!("waited {} s in vain: {what} ({last})", LIMIT.as_secs()).into())
}
