//! The functions that templates may call, one file each. They see the context of the page and nothing else.

use std::sync::Arc;

use crate::l10n::Messages;

mod message;

/// Adds all functions; handed to [`crate::theme::Theme::load`].
pub fn register(tera: &mut tera::Tera, messages: &Arc<Messages>) {
    tera.register_function("message", message::function(Arc::clone(messages)));
}
