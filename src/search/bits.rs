//! Bits, written and read: the highest bit of each byte first. Reading past the end gives zeros, so that nothing can fail.

/// Writes bits.
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits of the last byte that are free.
    free: u32,
}

impl BitWriter {
    /// The lowest `count` bits of a number, at most 32.
    pub(super) fn bits(&mut self, value: u32, count: u32) {
        for at in (0..count).rev() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            self.free -= 1;
            if let Some(last) = self.bytes.last_mut() {
                *last |= u8::from(value >> at & 1 == 1) << self.free;
            }
        }
    }

    /// A number from 1 in Elias' gamma code: as many zeros as bits follow its highest one.
    pub(super) fn gamma(&mut self, value: u32) {
        let below = value.max(1).ilog2();
        self.bits(0, below);
        self.bits(value.max(1), below + 1);
    }

    /// A number in Rice's code: its part above `low` bits as ones and a zero, then the low bits. From 24 ones on, the number
    /// stands in 32 bits.
    pub(super) fn rice(&mut self, value: u32, low: u32) {
        let high = value >> low;
        if high >= LONGEST_UNARY {
            self.bits(u32::MAX, LONGEST_UNARY);
            self.bits(value, 32);
            return;
        }
        self.bits((1 << high) - 1, high);
        self.bits(0, 1);
        self.bits(value, low);
    }

    /// Bits so far.
    pub(super) fn length(&self) -> usize {
        self.bytes.len() * 8 - self.free as usize
    }

    /// The bytes; the last one is filled up with zeros.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Ones before a number that does not fit Rice's code.
const LONGEST_UNARY: u32 = 24;

/// Bits below which Rice's code stores numbers directly, for a mean.
pub(super) fn rice_parameter(sum: u64, count: u64) -> u32 {
    // The best parameter is near log2(mean * ln 2).
    let mean = sum * 7 / 10 / count.max(1);
    mean.checked_ilog2().unwrap_or(0).min(31)
}

/// Reads bits.
#[derive(Clone, Debug)]
pub(super) struct BitReader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> BitReader<'b> {
    /// From the first bit on.
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Whether more was read than there is.
    pub(super) fn is_over(&self) -> bool {
        self.at > self.bytes.len() * 8
    }

    fn bit(&mut self) -> u32 {
        let byte = self.bytes.get(self.at / 8).copied().unwrap_or(0);
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at = self.at.saturating_add(1);
        u32::from(bit)
    }

    /// So many bits, at most 32.
    pub(super) fn bits(&mut self, count: u32) -> u32 {
        (0..count).fold(0, |value, _| value << 1 | self.bit())
    }

    /// A number in gamma code; 0 where there is none.
    pub(super) fn gamma(&mut self) -> u32 {
        let mut below = 0;
        while self.bit() == 0 {
            below += 1;
            if below > 31 {
                return 0;
            }
        }
        1 << below | self.bits(below)
    }

    /// A number in Rice's code.
    pub(super) fn rice(&mut self, low: u32) -> u32 {
        let mut high = 0;
        while self.bit() == 1 {
            high += 1;
            if high == LONGEST_UNARY {
                return self.bits(32);
            }
        }
        (high << low.min(31)) | self.bits(low.min(31))
    }
}

/// A hash of a word: FNV-1a over its UTF-8, in 32 bits, with its halves folded together, so that the low bits are good.
pub(super) fn word_hash(word: &str) -> u32 {
    let hash = word.bytes().fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash ^ hash >> 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let numbers = [0, 1, 2, 3, 7, 8, 100, 65_535, 1 << 20, u32::MAX];
        for low in [0, 3, 12] {
            let mut writer = BitWriter::default();
            for number in numbers {
                writer.rice(number, low);
                writer.gamma((number >> 1).max(1));
                writer.bits(number, 32);
            }
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes);
            for number in numbers {
                assert_eq!(reader.rice(low), number);
                assert_eq!(reader.gamma(), (number >> 1).max(1));
                assert_eq!(reader.bits(32), number);
            }
            assert!(!reader.is_over());
        }
    }
}
