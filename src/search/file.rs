//! The envelope of every file: a zlib stream, which browsers open themselves with `DecompressionStream('deflate')` and which
//! carries a checksum. A host need not compress anything, and one that knows no type for the files costs nothing.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params,
};
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

/// Packs small files that resemble each other: each is the end of a zlib stream that begins with a sample, which all share
/// and which is stored once. The sample stands there uncompressed, so that whoever has it can put it in front again.
pub(super) struct SamplePacker {
    primed: CompressorOxide,
}

/// The largest sample: what matches must lie within 32 KiB.
pub(super) const LARGEST_SAMPLE: usize = 28_000;

impl SamplePacker {
    /// With this sample, which is at most [`LARGEST_SAMPLE`] bytes long.
    pub(super) fn new(sample: &[u8]) -> Self {
        let flags = create_comp_flags_from_zip_params(i32::from(LEVEL), 15, 0);
        let mut primed = CompressorOxide::new(flags);
        // What comes out stands for the beginning of the stream, which is not kept.
        compress_to_output(&mut primed, sample, TDEFLFlush::Sync, |_| true);
        Self { primed }
    }

    /// The end of the stream.
    pub(super) fn pack(&self, bytes: &[u8]) -> Vec<u8> {
        let mut packed = Vec::new();
        let mut compressor = self.primed.clone();
        compress_to_output(&mut compressor, bytes, TDEFLFlush::Finish, |part| {
            packed.extend_from_slice(part);
            true
        });
        packed
    }
}

/// Opens a file that was packed with a sample; `None` when it is damaged.
pub(super) fn unpack_with(sample: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let length = u16::try_from(sample.len()).ok()?;
    // The header of zlib, and a block of deflate that holds the sample as it is and is not the last.
    let mut stream = vec![0x78, 0x9C, 0];
    stream.extend_from_slice(&length.to_le_bytes());
    stream.extend_from_slice(&(!length).to_le_bytes());
    stream.extend_from_slice(sample);
    stream.extend_from_slice(bytes);
    let mut whole = unpack(&stream)?;
    (whole.len() >= sample.len()).then(|| whole.split_off(sample.len()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_packed_with_a_sample_is_opened_with_it() {
        let sample = "one two three four five six ".repeat(20);
        for sample in ["", &sample] {
            let packer = SamplePacker::new(sample.as_bytes());
            for text in ["", "one two three four five six seven", "ü"] {
                let packed = packer.pack(text.as_bytes());
                let opened = unpack_with(sample.as_bytes(), &packed);
                assert_eq!(opened.as_deref(), Some(text.as_bytes()));
                assert_eq!(unpack_with(b"another", &packed), None);
            }
        }
    }
}
