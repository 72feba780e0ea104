//! Where the pieces of a text that was made from another one come from.

use crate::source::TextRange;

/// Pieces of a text with the places that they had in the one it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    at: usize,
    length: usize,
    from: usize,
}

impl Origins {
    /// Adds a piece: where it stands, how long it is, and where it stood. Pieces are added in their order.
    pub fn add(&mut self, at: usize, length: usize, from: usize) {
        self.pieces.push(Piece { at, length, from });
    }

    /// The place that a range had: whole when it lies in one piece, else the beginning of the piece before it.
    pub fn of(&self, range: TextRange) -> TextRange {
        let (start, end) = (range.start as usize, range.end as usize);
        let after = self.pieces.partition_point(|piece| piece.at <= start);
        let piece = after.checked_sub(1).map(|at| self.pieces[at]);
        let next = self.pieces.get(after);
        match (piece, next) {
            (Some(piece), _) if start <= piece.at + piece.length => {
                let offset = start - piece.at;
                let length = (end - start).min(piece.length - offset);
                TextRange::new(piece.from + offset, piece.from + offset + length)
            }
            // What stands around a piece, such as the brackets of a link, belongs to it.
            (_, Some(next)) if next.at < end => {
                TextRange::new(next.from, next.from + next.length.min(end - next.at))
            }
            (Some(piece), _) => TextRange::at(piece.from),
            (None, _) => TextRange::default(),
        }
    }
}
