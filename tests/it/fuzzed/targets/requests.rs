//! Heads of requests to the preview.

use polydoc::serve::request::{LONGEST_HEAD, read};

/// A head: what is understood names a file of this host and no other, the same when it arrives byte by byte.
pub(super) fn requests(bytes: &[u8]) {
    let head = &bytes[..bytes.len().min(LONGEST_HEAD)];
    let whole = read(head);
    let Ok(Some(request)) = &whole else {
        return;
    };
    let path = &request.path;
    assert!(path.starts_with('/'), "{path:?}");
    let climbs = |name: &str| matches!(name, "." | "..");
    assert!(!path.split('/').any(climbs), "{path:?}");
    assert!(
        !path.contains(|c: char| c.is_control() || c == '\\'),
        "{path:?}"
    );
    let end = head
        .windows(2)
        .position(|pair| pair == b"\n\n" || pair == b"\n\r")
        .unwrap_or(head.len());
    for length in 0..end {
        // What is not complete is waited for, or refused early; it is never taken for something else.
        if let Ok(Some(early)) = read(&head[..length]) {
            assert_eq!(&early, request, "understood before its end");
        }
    }
}
