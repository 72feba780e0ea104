//! Templates, words and assets: ours, with the project's laid over them file by file. Loaded and checked once.
