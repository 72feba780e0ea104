//! The functions that templates may call, one file each. They see the context of the page and nothing else.

use std::sync::Arc;

use crate::l10n::{Locales, Messages};
use languages::Languages;

mod date;
mod languages;
mod list;
mod message;
mod number;
mod quote;

/// Adds all functions; handed to [`crate::theme::Theme::load`].
pub fn register(tera: &mut tera::Tera, messages: &Arc<Messages>, locales: &Locales) {
    let languages = Languages::new(locales);
    tera.register_function("date", date::function(Arc::clone(&languages)));
    tera.register_function("list", list::function(Arc::clone(&languages)));
    tera.register_function("message", message::function(Arc::clone(messages)));
    tera.register_function("number", number::function(Arc::clone(&languages)));
    tera.register_function("quote", quote::function(languages));
}
