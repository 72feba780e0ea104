//! How far words are apart, and what affixes a word may have gained or lost.

/// Letters inserted, left out, replaced or exchanged with their neighbour between two words; `None` when more than `most`.
pub(super) fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let width = other.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (row, &letter) in one.iter().enumerate() {
        let mut current = vec![row + 1; width];
        let mut least = row + 1;
        for column in 1..width {
            let same = usize::from(letter != other[column - 1]);
            let mut best = (last[column] + 1)
                .min(current[column - 1] + 1)
                .min(last[column - 1] + same);
            if row > 0
                && column > 1
                && letter == other[column - 2]
                && one[row - 1] == other[column - 1]
            {
                best = best.min(before[column - 2] + 1);
            }
            current[column] = best;
            least = least.min(best);
        }
        if least > most {
            return None;
        }
        before = std::mem::replace(&mut last, current);
    }
    Some(last[width - 1]).filter(|&distance| distance <= most)
}

/// How many mistakes a word of so many letters may have.
pub(super) fn tolerance(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// Articles and prepositions that Arabic and Hebrew write in one word with the next.
const PREFIXES: [&str; 14] = [
    "وال", "بال", "كال", "فال", "ال", "لل", "و", "ה", "ו", "ב", "כ", "ל", "מ", "ש",
];

/// What a word of Arabic or Hebrew may be without an article or preposition.
pub(super) fn without_prefix(word: &str) -> Vec<String> {
    let without = PREFIXES
        .iter()
        .filter_map(|prefix| word.strip_prefix(prefix));
    without
        .filter(|rest| rest.chars().count() >= 3)
        .map(str::to_owned)
        .collect()
}

/// The same, and with an article in front.
pub(super) fn variants(word: &str) -> Vec<String> {
    let article = match word.chars().next() {
        Some('\u{600}'..='\u{6FF}') => "ال",
        Some('\u{590}'..='\u{5FF}') => "ה",
        _ => return Vec::new(),
    };
    let mut found = without_prefix(word);
    found.push(format!("{article}{word}"));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchanged_neighbours_are_one_mistake() {
        let between = |one: &str, other: &str, most| {
            let [one, other] = [one, other].map(|word| word.chars().collect::<Vec<_>>());
            distance(&one, &other, most)
        };
        assert_eq!(between("permissions", "permissions", 2), Some(0));
        assert_eq!(between("permisions", "permissions", 1), Some(1));
        assert_eq!(between("ermissions", "permissions", 1), Some(1));
        assert_eq!(between("pemrissions", "permissions", 1), Some(1));
        assert_eq!(between("permits", "permissions", 2), None);
        assert_eq!(between("", "ab", 2), Some(2));
    }
}
