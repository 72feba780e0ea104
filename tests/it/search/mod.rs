//! The search as readers get it: what the theme's script finds is what `polydoc search` finds, in every language.

mod node;
mod parity;
mod phrases;
mod stability;
mod stems;
