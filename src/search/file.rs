//! The envelope of every file: a zlib stream, which browsers open themselves with `DecompressionStream('deflate')` and which
//! carries a checksum. A host need not compress anything, and one that knows no type for the files costs nothing.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// Compression level of zlib: 9 makes files 1 % smaller and takes twice the time.
const LEVEL: u8 = 7;

/// The largest file that is opened, in bytes before compression.
const LARGEST: usize = 256 << 20;

/// Packs a file.
pub(super) fn pack(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(bytes, LEVEL)
}

/// Opens a file; `None` when it is damaged.
pub(super) fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    // Deflate makes at most about 1,032 bytes of one.
    let limit = LARGEST.min(bytes.len().saturating_mul(1100));
    decompress_to_vec_zlib_with_limit(bytes, limit).ok()
}

/// Numbers in groups of seven bits, the lowest first; the eighth says that more follow.
pub(super) fn put_number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(u8::try_from(value & 0x7F).expect("seven bits fit") | 0x80);
        value >>= 7;
    }
    out.push(u8::try_from(value).expect("seven bits fit"));
}

/// A text with its length in bytes before it.
pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// Reads what the functions above wrote; every method gives `None` where the bytes end or make no sense.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'b> {
    rest: &'b [u8],
}

impl<'b> Cursor<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(super) fn rest(&self) -> &'b [u8] {
        self.rest
    }

    pub(super) fn bytes(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.bytes(1)?.first().copied()
    }

    /// A number below 2^53, which JavaScript holds exactly.
    pub(super) fn number(&mut self) -> Option<u64> {
        let mut value = 0_u64;
        for at in 0..8 {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7F) << (7 * at);
            if byte & 0x80 == 0 {
                return (value < 1 << 53).then_some(value);
            }
        }
        None
    }

    /// A number that counts something of which each takes a byte at least.
    pub(super) fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.rest.len()).then_some(count)
    }

    pub(super) fn small(&mut self) -> Option<u32> {
        u32::try_from(self.number()?).ok()
    }

    pub(super) fn text(&mut self) -> Option<&'b str> {
        let length = usize::try_from(self.number()?).ok()?;
        std::str::from_utf8(self.bytes(length)?).ok()
    }
}
