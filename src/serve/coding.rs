//! How a body is compressed: by what the browser says it can read, and likes best.

use std::io::{self, Write as _};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// A way to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    Brotli,
    Gzip,
}

/// How much is asked of the compressor: what takes longer than the way to the browser would save nobody time.
const BROTLI_QUALITY: i32 = 4;

impl Coding {
    /// The one that a request likes best; of two that it likes as well, the smaller. `None`: as it is (RFC 9110, 12.5.3).
    pub(super) fn choose(accepted: &str) -> Option<Self> {
        let weights: Vec<(&str, u16)> = accepted.split(',').filter_map(weighted).collect();
        let weight = |name: &str| {
            let mut named = weights.iter();
            let named = named.find(|(other, _)| other.eq_ignore_ascii_case(name));
            named.map(|(_, weight)| *weight)
        };
        let any = weight("*");
        let as_it_is = weight("identity").unwrap_or(0);
        // `max_by_key` takes the last of several.
        [Self::Gzip, Self::Brotli]
            .into_iter()
            .map(|coding| (coding, weight(coding.name()).or(any).unwrap_or(0)))
            .filter(|(_, weight)| *weight > 0 && *weight >= as_it_is)
            .max_by_key(|(_, weight)| *weight)
            .map(|(coding, _)| coding)
    }

    /// Its name in header fields.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The bytes, compressed.
    pub(super) fn pack(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut packed = Vec::with_capacity(bytes.len() / 3);
        match self {
            Self::Brotli => {
                let params = BrotliEncoderParams {
                    quality: BROTLI_QUALITY,
                    size_hint: bytes.len(),
                    ..BrotliEncoderParams::default()
                };
                brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(&mut packed, Compression::fast());
                encoder.write_all(bytes)?;
                encoder.finish()?;
            }
        }
        Ok(packed)
    }
}

/// A coding with its weight in thousandths; one whose weight cannot be read is not wanted.
fn weighted(written: &str) -> Option<(&str, u16)> {
    let (name, rest) = written.split_once(';').unwrap_or((written, ""));
    let name = name.trim();
    let weight = rest.split(';').find_map(|parameter| {
        let (key, value) = parameter.split_once('=')?;
        let is_weight = key.trim().eq_ignore_ascii_case("q");
        is_weight.then(|| thousandths(value.trim()).unwrap_or(0))
    });
    (!name.is_empty()).then_some((name, weight.unwrap_or(1000)))
}

/// `0`, `0.5`, `1.000`: at most three digits behind the point.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.len() > 3 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part: u16 = format!("{part:0<3}").parse().ok()?;
    match whole {
        "0" => Some(part),
        "1" if part == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_liked_best_is_taken() {
        let cases = [
            ("gzip, deflate, br, zstd", Some(Coding::Brotli)),
            ("gzip", Some(Coding::Gzip)),
            ("GZIP;q=1.0, br;q=0.9", Some(Coding::Gzip)),
            ("br;q=0, gzip;q=0.001", Some(Coding::Gzip)),
            ("br;q=0.000, gzip;q=0", None),
            ("*", Some(Coding::Brotli)),
            ("*;q=0.5, br;q=0", Some(Coding::Gzip)),
            ("identity, gzip;q=0.5", None),
            ("identity;q=0.5, gzip", Some(Coding::Gzip)),
            ("gzip ; Q=0", None),
            ("gzip;q=much", None),
            ("gzip;q=1.5", None),
            ("zstd, deflate", None),
            ("", None),
            (",;,=", None),
        ];
        for (accepted, wanted) in cases {
            assert_eq!(Coding::choose(accepted), wanted, "{accepted}");
        }
    }
}
