//! Walking and reading, on the disk and in memory.

use std::io::ErrorKind;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::*;

fn names(file_system: &dyn FileSystem, root: &Path, closed: &str) -> Vec<(String, EntryKind)> {
    let walked = file_system
        .walk(root, &|folder| !folder.ends_with(closed))
        .unwrap();
    let entry = |entry: Result<Entry, Unreadable>| {
        let entry = entry.unwrap();
        (
            entry
                .path
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned(),
            entry.kind,
        )
    };
    walked.into_iter().map(entry).collect()
}

#[test]
fn the_disk_and_the_memory_are_walked_alike() {
    let folder = TempDir::new().unwrap();
    let files = ["b/x.md", "a-b.md", "a/z.md", "a/deep/y.md", "B.md", "é.md"];
    let mut memory = Memory::new();
    for file in files {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, file).unwrap();
        memory = memory.with(path, file);
    }
    for closed in ["nothing", "a", "deep"] {
        assert_eq!(
            names(&Disk, folder.path(), closed),
            names(&memory, folder.path(), closed),
            "{closed} closed"
        );
    }
    let all: Vec<_> = names(&Disk, folder.path(), "deep")
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        all,
        [
            "B.md", "a", "a/deep", "a/z.md", "a-b.md", "b", "b/x.md", "é.md"
        ]
    );
    for file_system in [&Disk as &dyn FileSystem, &memory] {
        let file = folder.path().join("a/z.md");
        assert_eq!(file_system.read(&file, 6).unwrap(), b"a/z.md");
        assert_eq!(
            file_system.read(&file, 5).unwrap_err().kind(),
            ErrorKind::FileTooLarge
        );
        assert_eq!(
            file_system
                .read(&folder.path().join("no"), 5)
                .unwrap_err()
                .kind(),
            ErrorKind::NotFound
        );
        assert!(
            file_system.exists(&file)
                && file_system.exists(file.parent().unwrap())
                && !file_system.exists(&folder.path().join("no"))
        );
        assert!(
            file_system
                .walk(&folder.path().join("no"), &|_| true)
                .is_err()
        );
    }
}

#[test]
fn links_are_named_and_not_followed_and_other_things_are_never_opened() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    symlink(".", at("loop")).unwrap();
    symlink("nowhere", at("broken")).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(at("fifo"))
            .status()
            .unwrap()
            .success()
    );
    let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
    let kinds = names(&Disk, folder.path(), "");
    let expected = [
        ("broken", EntryKind::Link),
        ("fifo", EntryKind::Other),
        ("loop", EntryKind::Link),
        ("socket", EntryKind::Other),
    ];
    assert_eq!(kinds, expected.map(|(name, kind)| (name.to_owned(), kind)));
    for name in ["fifo", "socket", "loop"] {
        assert_eq!(
            Disk.read(&at(name), 9).unwrap_err().kind(),
            ErrorKind::InvalidInput,
            "{name}"
        );
    }
    assert_eq!(
        Disk.read(Path::new("/dev/zero"), 9).unwrap_err().kind(),
        ErrorKind::InvalidInput
    );
}

#[test]
fn stamps_tell_size_and_nanoseconds() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("x");
    std::fs::write(&file, "12345").unwrap();
    let time = std::time::UNIX_EPOCH + std::time::Duration::new(1_700_000_000, 123_456_789);
    std::fs::File::options()
        .write(true)
        .open(&file)
        .unwrap()
        .set_modified(time)
        .unwrap();
    let entry = Disk
        .walk(folder.path(), &|_| true)
        .unwrap()
        .pop()
        .unwrap()
        .unwrap();
    let Stamp {
        size,
        modified,
        changed,
        inode,
    } = entry.stamp;
    assert_eq!((size, modified), (5, 1_700_000_000_123_456_789));
    assert!(i128::from(changed) > modified && inode != 0);
}

#[test]
fn a_folder_that_cannot_be_read_is_an_item_and_the_walk_goes_on() {
    let folder = TempDir::new().unwrap();
    // Longer than any path that the system takes: unreadable for everybody, also for root.
    let mut deep = Folder::open(folder.path()).unwrap();
    for _ in 0..20 {
        let name = PathBuf::from("d".repeat(250));
        deep.make_folder(&name).unwrap();
        deep = deep.folder(&name).unwrap();
    }
    std::fs::write(folder.path().join("z"), "").unwrap();
    let items = Disk.walk(folder.path(), &|_| true).unwrap();
    assert_eq!(items.iter().filter(|item| item.is_err()).count(), 1);
    assert!(
        items
            .last()
            .unwrap()
            .as_ref()
            .is_ok_and(|entry| entry.path.ends_with("z"))
    );
    Folder::open(folder.path())
        .unwrap()
        .remove_tree(&PathBuf::from("d".repeat(250)))
        .unwrap();
}

#[test]
fn nothing_is_opened_or_deleted_through_a_link() {
    let folder = TempDir::new().unwrap();
    let outside = TempDir::new().unwrap();
    std::fs::write(outside.path().join("file"), "x").unwrap();
    std::fs::create_dir(folder.path().join("real")).unwrap();
    symlink(outside.path(), folder.path().join("link")).unwrap();
    symlink(outside.path(), folder.path().join("real/link")).unwrap();
    let opened = Folder::open(folder.path()).unwrap();
    for path in ["link", "link/file", "real/link", "..", "real/../link"] {
        assert!(opened.folder(Path::new(path)).is_err(), "{path}");
        assert!(opened.read(Path::new(path)).is_err(), "{path}");
    }
    for name in ["link", "real", "missing"] {
        opened.remove_tree(Path::new(name)).unwrap();
    }
    assert!(outside.path().join("file").exists());
    assert!(names(&Disk, folder.path(), "").is_empty());
}

#[test]
fn a_tree_opens_and_makes_folders_once_and_prunes_upwards() {
    let folder = TempDir::new().unwrap();
    let tree = Tree::new(Folder::open(folder.path()).unwrap());
    for path in ["top", "a/one", "a/two", "b/c/d/e", "b/c/d/f"] {
        tree.create(Path::new(path)).unwrap();
    }
    assert_eq!(
        tree.create(Path::new("a/one")).unwrap_err().kind(),
        ErrorKind::AlreadyExists
    );
    assert!(tree.create(Path::new("a/one/x")).is_err());
    for path in ["b/c/d/e", "b/c/d/f"] {
        let above = tree.folder(Path::new("b/c/d")).unwrap();
        above
            .remove_file(Path::new(path).file_name().unwrap().as_ref())
            .unwrap();
        drop(above);
        tree.prune(Path::new("b/c/d")).unwrap();
    }
    assert_eq!(
        names(&Disk, folder.path(), "nothing")
            .into_iter()
            .map(|(name, _)| name)
            .collect::<Vec<_>>(),
        ["a", "a/one", "a/two", "top"]
    );
}
