//! The index as a whole: what is put in is found again.
