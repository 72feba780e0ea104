//! Values as bytes and back: shapes that belong to the cache alone, because the types of the model know no format.
//!
//! [`record`] and [`choice`] name every field and every variant of a type, so that a new one does not compile before it is written
//! here too. Bytes are read only after their checksum was right; what is not understood all the same is `None`.

use crate::source::ContentHash;

/// Bytes that are still to be read.
pub(super) struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A value that can be remembered on disk.
pub(super) trait Coded: Sized {
    /// Appends it.
    fn write(&self, out: &mut Vec<u8>);
    /// Reads what [`Coded::write`] wrote.
    fn read(from: &mut Reader<'_>) -> Option<Self>;
}

/// The bytes of a value.
pub(super) fn encoded(value: &impl Coded) -> Vec<u8> {
    let mut out = Vec::new();
    value.write(&mut out);
    out
}

/// The value of bytes that hold nothing else.
pub(super) fn decoded<T: Coded>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader::new(bytes);
    let value = T::read(&mut reader)?;
    reader.is_empty().then_some(value)
}

/// A structure, by all its fields.
macro_rules! record {
    ($name:ty { $($field:ident),* $(,)? }) => {
        impl Coded for $name {
            fn write(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $( $field.write(out); )*
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                $( let $field = Coded::read(from)?; )*
                Some(Self { $($field),* })
            }
        }
    };
}

/// An enumeration, by all its variants, each with a number.
macro_rules! choice {
    ($name:ty { $( $number:literal = $variant:ident $(( $($item:ident),* ))? $({ $($field:ident),* })? ),* $(,)? }) => {
        impl Coded for $name {
            fn write(&self, out: &mut Vec<u8>) {
                match self {
                    $( Self::$variant $(( $($item),* ))? $({ $($field),* })? => {
                        out.push($number);
                        $( $( $item.write(out); )* )?
                        $( $( $field.write(out); )* )?
                    } )*
                }
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                match u8::read(from)? {
                    $( $number => {
                        $( $( let $item = Coded::read(from)?; )* )?
                        $( $( let $field = Coded::read(from)?; )* )?
                        Some(Self::$variant $(( $($item),* ))? $({ $($field),* })?)
                    } )*
                    _ => None,
                }
            }
        }
    };
}

pub(super) use {choice, record};

impl Coded for u8 {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.take(1)?.first().copied()
    }
}

impl Coded for u64 {
    /// Seven bits a byte, the lowest first.
    fn write(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        out.push(rest.to_le_bytes()[0]);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = u8::read(from)?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }
}

/// Numbers that fit into a `u64`.
macro_rules! number {
    ($($name:ty),*) => { $(
        impl Coded for $name {
            fn write(&self, out: &mut Vec<u8>) {
                u64::try_from(*self).expect("a number of at most 64 bits").write(out);
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                u64::read(from)?.try_into().ok()
            }
        }
    )* };
}

number!(u16, u32, usize);

impl Coded for i128 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend(self.to_le_bytes());
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self::from_le_bytes(from.take(16)?.try_into().ok()?))
    }
}

impl Coded for i64 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend(self.to_le_bytes());
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self::from_le_bytes(from.take(8)?.try_into().ok()?))
    }
}

impl Coded for bool {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        match u8::read(from)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Coded for ContentHash {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend(self.0);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self(from.take(32)?.try_into().ok()?))
    }
}

impl Coded for Box<str> {
    fn write(&self, out: &mut Vec<u8>) {
        self.len().write(out);
        out.extend(self.as_bytes());
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let length = usize::read(from)?;
        Some(std::str::from_utf8(from.take(length)?).ok()?.into())
    }
}

impl Coded for String {
    fn write(&self, out: &mut Vec<u8>) {
        self.len().write(out);
        out.extend(self.as_bytes());
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Box::<str>::read(from).map(Into::into)
    }
}

impl<T: Coded> Coded for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        if bool::read(from)? {
            return Some(Some(T::read(from)?));
        }
        Some(None)
    }
}

impl<T: Coded> Coded for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.len().write(out);
        for item in self {
            item.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let count = usize::read(from)?;
        // Every item has a byte at least.
        if count > from.0.len() {
            return None;
        }
        let mut items = Self::with_capacity(count);
        for _ in 0..count {
            items.push(T::read(from)?);
        }
        Some(items)
    }
}

impl<T: Coded> Coded for Box<[T]> {
    fn write(&self, out: &mut Vec<u8>) {
        self.len().write(out);
        for item in self {
            item.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Vec::read(from).map(Into::into)
    }
}

impl<A: Coded, B: Coded> Coded for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_and_a_part_of_it_is_nothing() {
        let value: (Vec<Option<String>>, u64) = (vec![None, Some("ü".to_owned())], u64::MAX);
        let bytes = encoded(&value);
        assert_eq!(decoded(&bytes), Some(value));
        for end in 0..bytes.len() {
            assert_eq!(decoded::<(Vec<Option<String>>, u64)>(&bytes[..end]), None);
        }
        let mut more = bytes;
        more.push(0);
        assert_eq!(decoded::<(Vec<Option<String>>, u64)>(&more), None);
    }

    #[test]
    fn a_list_that_claims_more_than_there_is_takes_no_memory() {
        let bytes = encoded(&u64::MAX);
        assert_eq!(decoded::<Vec<u64>>(&bytes), None);
    }
}
