//! Telling how far long work is, and stopping it.

use std::ops::ControlFlow;
use std::sync::Arc;

/// Is told how far a long piece of work is, on the thread that called it, and decides whether it goes on.
#[uniffi::export(with_foreign)]
pub trait ProgressListener: Send + Sync {
    /// `done` of `total` steps are done. Return true to go on, false to stop; throwing stops it, too. Work that was stopped ends with the case
    /// Cancelled
    /// within one step (one part, or one sticker: half a second at most) and leaves nothing behind.
    fn goes_on(&self, done: i32, total: i32) -> Result<bool, ProgressError>;
}

/// What an app may throw from its own progress code. The work is stopped.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum ProgressError {
    /// The app's code failed.
    #[error("{reason}")]
    Failed {
        /// In what way.
        reason: String,
    },
}

impl From<uniffi::UnexpectedUniFFICallbackError> for ProgressError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed { reason: error.reason }
    }
}

/// ProgressListener as the library tells it.
pub(crate) fn teller(progress: Option<Arc<dyn ProgressListener>>) -> impl FnMut(usize, usize) -> ControlFlow<()> {
    move |done, total| match &progress {
        Some(progress) if !progress.goes_on(done as i32, total as i32).unwrap_or(false) => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    }
}
