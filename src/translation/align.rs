//! Two sequences beside each other: which item of one is which of the other (longest common subsequence).

/// Most pairs that are compared; where there would be more, only what is equal at both ends is matched.
const MOST: usize = 4_000_000;

/// For each item of `there` the position of its partner in `here`; partners stand in the same order in both.
pub(super) fn partners<T>(
    here: &[T],
    there: &[T],
    equal: impl Fn(&T, &T) -> bool,
) -> Vec<Option<usize>> {
    let mut partners = vec![None; there.len()];
    let common = |a: usize, b: usize| equal(&here[a], &there[b]);
    let shorter = here.len().min(there.len());
    let start = (0..shorter).take_while(|&at| common(at, at)).count();
    let end = (0..shorter - start)
        .take_while(|&at| common(here.len() - 1 - at, there.len() - 1 - at))
        .count();
    for (at, partner) in partners.iter_mut().enumerate().take(start) {
        *partner = Some(at);
    }
    for at in 0..end {
        partners[there.len() - 1 - at] = Some(here.len() - 1 - at);
    }
    let (rows, columns) = (there.len() - start - end, here.len() - start - end);
    if rows == 0 || columns == 0 || rows.saturating_mul(columns) > MOST {
        return partners;
    }
    // lengths[row][column]: of the longest common subsequence from there on.
    let width = columns + 1;
    let mut lengths = vec![0u32; (rows + 1) * width];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            lengths[row * width + column] = if common(start + column, start + row) {
                lengths[(row + 1) * width + column + 1] + 1
            } else {
                lengths[(row + 1) * width + column].max(lengths[row * width + column + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        let length = lengths[row * width + column];
        if common(start + column, start + row)
            && length == lengths[(row + 1) * width + column + 1] + 1
        {
            partners[start + row] = Some(start + column);
            row += 1;
            column += 1;
        } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    partners
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_keep_the_order_and_leave_out_what_is_alone() {
        let of = |here: &str, there: &str| {
            let (here, there): (Vec<char>, Vec<char>) =
                (here.chars().collect(), there.chars().collect());
            partners(&here, &there, |a, b| a == b)
        };
        assert_eq!(of("abc", "abc"), [Some(0), Some(1), Some(2)]);
        assert_eq!(of("ac", "abc"), [Some(0), None, Some(1)]);
        assert_eq!(of("", "a"), [None]);
        assert_eq!(of("xbxc", "abcd"), [None, Some(1), Some(3), None]);
        assert_eq!(of("aa", "aaa").iter().flatten().count(), 2);
    }
}
