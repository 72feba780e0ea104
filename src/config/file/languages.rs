//! What the file says about languages: single ones, and what they are to each other.

use std::collections::BTreeMap;

use crate::config::{Hreflang, Orphans};
use crate::l10n::{Calendar, Direction, FallbackMode, LocaleId, LocaleOptions};

use super::super::values;
use super::Reader;
use super::written::{
    WrittenCalendar, WrittenDirection, WrittenFallback, WrittenHreflang, WrittenLocale,
    WrittenMode, WrittenOrphans,
};

/// What languages are to each other.
#[derive(Debug, Default)]
pub(in crate::config) struct Languages {
    pub(in crate::config) fallback: FallbackMode,
    pub(in crate::config) orphans: Orphans,
    /// Where alternates are told; `None` leaves it to the outputs.
    pub(in crate::config) hreflang: Option<Hreflang>,
}

impl Reader<'_> {
    pub(super) fn between(
        &mut self,
        fallback: WrittenMode,
        orphans: &WrittenOrphans,
        hreflang: Option<&WrittenHreflang>,
        outputs: &BTreeMap<String, bool>,
    ) -> Languages {
        let hreflang = hreflang.map(|written| match written {
            WrittenHreflang::Head => Hreflang::Head,
            WrittenHreflang::Sitemap => Hreflang::Sitemap,
            WrittenHreflang::Both => Hreflang::Both,
            WrittenHreflang::Off => Hreflang::Off,
        });
        if outputs.get("sitemap") == Some(&false) && hreflang.is_some_and(Hreflang::in_sitemap) {
            self.report(
                &["hreflang"],
                "`hreflang` wants a sitemap, but `outputs` switches it off",
                "write `hreflang: head`, or remove `sitemap: false`",
            );
        }
        Languages {
            fallback: mode(fallback),
            orphans: match orphans {
                WrittenOrphans::Show => Orphans::Show,
                WrittenOrphans::Notice => Orphans::Notice,
                WrittenOrphans::Hide => Orphans::Hide,
            },
            hreflang,
        }
    }

    pub(super) fn locales(
        &mut self,
        written: BTreeMap<String, WrittenLocale>,
    ) -> BTreeMap<LocaleId, LocaleOptions> {
        let mut locales = BTreeMap::new();
        for (tag, setting) in written {
            let Some(locale) = self.accept(&["locales", &tag], values::locale(&tag)) else {
                continue;
            };
            let direction = setting.direction.map(|direction| match direction {
                WrittenDirection::Ltr => Direction::Ltr,
                WrittenDirection::Rtl => Direction::Rtl,
            });
            let calendar = setting.calendar.map_or_else(Calendar::default, calendar);
            let (mode, chain) = match setting.fallback {
                WrittenFallback::Mode(written) => (Some(mode(written)), Vec::new()),
                WrittenFallback::Chain(chain) => (None, chain),
                WrittenFallback::Both {
                    mode: written,
                    chain,
                } => (written.map(mode), chain),
            };
            let setting = LocaleOptions {
                name: setting.name,
                direction,
                calendar,
                fallback: self.chain(&tag, &locale, &chain),
                mode,
            };
            if locales.insert(locale.clone(), setting).is_some() {
                self.twice(&["locales", &tag], &locale);
            }
        }
        locales
    }

    /// The languages of a chain, without those that make no sense in it.
    fn chain(&mut self, tag: &str, locale: &LocaleId, written: &[String]) -> Vec<LocaleId> {
        let path = ["locales", tag, "fallback"];
        let mut chain: Vec<LocaleId> = Vec::new();
        for other in written {
            let Some(other) = self.accept(&path, values::locale(other)) else {
                continue;
            };
            if other == *locale || chain.contains(&other) {
                let why = if other == *locale {
                    format!("`{locale}` cannot stand in for itself")
                } else {
                    format!("`{other}` stands here twice")
                };
                self.report(&path, why, format!("remove `{other}` from the list"));
            } else {
                chain.push(other);
            }
        }
        chain
    }
}

fn mode(written: WrittenMode) -> FallbackMode {
    match written {
        WrittenMode::Off => FallbackMode::Off,
        WrittenMode::List => FallbackMode::List,
        WrittenMode::Page => FallbackMode::Page,
    }
}

fn calendar(written: WrittenCalendar) -> Calendar {
    match written {
        WrittenCalendar::Buddhist => Calendar::Buddhist,
        WrittenCalendar::Chinese => Calendar::Chinese,
        WrittenCalendar::Coptic => Calendar::Coptic,
        WrittenCalendar::Dangi => Calendar::Dangi,
        WrittenCalendar::Ethioaa => Calendar::EthiopicFromCreation,
        WrittenCalendar::Ethiopic => Calendar::Ethiopic,
        WrittenCalendar::Gregory => Calendar::Gregorian,
        WrittenCalendar::Hebrew => Calendar::Hebrew,
        WrittenCalendar::Indian => Calendar::Indian,
        WrittenCalendar::IslamicCivil => Calendar::IslamicCivil,
        WrittenCalendar::IslamicTbla => Calendar::IslamicTabular,
        WrittenCalendar::IslamicUmalqura => Calendar::IslamicUmalqura,
        WrittenCalendar::Japanese => Calendar::Japanese,
        WrittenCalendar::Persian => Calendar::Persian,
        WrittenCalendar::Roc => Calendar::Roc,
    }
}
