//! Slugs
use std::collections::HashMap;
#[derive(Debug, Default)]
pub(super) struct Slugger { seen: HashMap<String, u32> }
impl Slugger {
    pub(super) fn new() -> Self { Self::default() }
    pub(super) fn reserve(&mut self, id: &str) { self.seen.entry(id.to_owned()).or_insert(0); }
    pub(super) fn slug(&mut self, text: &str) -> String {
        let base: String = text.to_lowercase().chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ')).map(|c| if c == ' ' { '-' } else { c }).collect();
        let mut slug = base.clone();
        while self.seen.contains_key(&slug) { let n = self.seen.entry(base.clone()).or_insert(0); *n += 1; slug = format!("{base}-{n}"); }
        self.seen.insert(slug.clone(), 0); slug
    }
}
