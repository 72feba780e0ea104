//! The languages that are coloured, as data.

/// How a language is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// Words, calls and types.
    Code,
    /// Commands with options.
    Shell,
    /// Tags and attributes.
    Markup,
    /// Keys in quotes.
    Json,
    /// Keys without.
    Yaml,
    /// Properties.
    Style,
}

/// One language.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "rows of a table: each column is a property that a language has or has not"
)]
pub(super) struct Language {
    /// What it is called behind fences; here and below, blanks stand between words.
    pub(super) names: &'static str,
    pub(super) family: Family,
    /// What begins a comment up to the end of the line.
    pub(super) line: &'static [&'static str],
    /// What stands around other comments.
    pub(super) block: Option<(&'static str, &'static str)>,
    /// What stands around strings.
    pub(super) quotes: &'static str,
    /// What takes its meaning from the next character of a string.
    pub(super) escape: char,
    /// Whether strings go on over lines.
    pub(super) long_strings: bool,
    /// What variables begin with.
    pub(super) sigils: &'static str,
    pub(super) keywords: &'static str,
    pub(super) types: &'static str,
    /// Whether letter case does not count in words.
    pub(super) any_case: bool,
    /// Whether words with a capital are types.
    pub(super) pascal: bool,
    /// Whether commands are a verb, a dash and a noun.
    pub(super) cmdlets: bool,
}

const CODE: Language = Language {
    names: "",
    family: Family::Code,
    line: &["//"],
    block: Some(("/*", "*/")),
    quotes: "\"'",
    escape: '\\',
    long_strings: false,
    sigils: "",
    keywords: "",
    types: "",
    any_case: false,
    pascal: false,
    cmdlets: false,
};

/// The language of that name.
pub(super) fn named(name: &str) -> Option<&'static Language> {
    let name = name.strip_prefix("language-").unwrap_or(name);
    let name = name.split(['{', ',', ':']).next().unwrap_or_default();
    // As Microsoft's documentation names shells that can be tried out: `azurecli-interactive`.
    let name = name.strip_suffix("-interactive").unwrap_or(name);
    LANGUAGES.iter().find(|language| {
        language
            .names
            .split(' ')
            .any(|own| own.eq_ignore_ascii_case(name))
    })
}

static LANGUAGES: &[Language] = &[
    Language {
        names: "powershell ps ps1 pwsh azurepowershell",
        family: Family::Shell,
        line: &["#"],
        block: Some(("<#", "#>")),
        escape: '`',
        long_strings: true,
        sigils: "$@",
        keywords: "begin break catch class continue do else elseif end enum exit filter finally for foreach function if \
            in param process return switch throw trap try until using while",
        any_case: true,
        cmdlets: true,
        ..CODE
    },
    Language {
        names: "bash sh shell zsh console azurecli terminal shell-session",
        family: Family::Shell,
        line: &["#"],
        block: None,
        long_strings: true,
        sigils: "$",
        keywords: "case do done elif else esac export fi for function if in local return select set then until while",
        ..CODE
    },
    Language {
        names: "cmd bat batch dos",
        family: Family::Shell,
        line: &["rem ", "REM ", "::"],
        block: None,
        quotes: "\"",
        escape: '^',
        keywords: "call echo else exit for goto if not set",
        any_case: true,
        ..CODE
    },
    Language {
        names: "json jsonc json5 jsonl ndjson",
        family: Family::Json,
        quotes: "\"",
        keywords: "true false null",
        ..CODE
    },
    Language {
        names: "yaml yml",
        family: Family::Yaml,
        line: &["#"],
        block: None,
        keywords: "true false null yes no on off",
        ..CODE
    },
    Language {
        names: "toml ini properties conf cfg",
        family: Family::Style,
        line: &["#", ";"],
        block: None,
        keywords: "true false",
        ..CODE
    },
    Language {
        names: "xml html xhtml svg xaml xsd xslt msbuild vue cshtml",
        family: Family::Markup,
        line: &[],
        block: Some(("<!--", "-->")),
        ..CODE
    },
    Language {
        names: "css scss less",
        family: Family::Style,
        line: &[],
        sigils: "@$",
        ..CODE
    },
    Language {
        names: "csharp cs c# dotnet",
        keywords: "abstract as async await base break case catch checked class const continue default delegate do else \
            enum event explicit extern false finally fixed for foreach get goto if implicit in init interface \
            internal is lock namespace new null operator out override params partial private protected public \
            readonly record ref required return sealed set sizeof static struct switch this throw true try \
            typeof unchecked unsafe using var virtual volatile when where while with yield",
        types: "bool byte char decimal double dynamic float int long nint object sbyte short string uint ulong \
            ushort void",
        pascal: true,
        ..CODE
    },
    Language {
        names: "java kotlin kt scala swift dart",
        keywords: "abstract as break case catch class const continue default do else enum extends false final finally \
            for fun func if implements import in instanceof interface is let native new null object override \
            package private protected public return static super switch this throw throws true try val var void \
            when while",
        types: "boolean byte char double float int long short",
        pascal: true,
        ..CODE
    },
    Language {
        names: "javascript js jsx typescript ts tsx mjs nodejs",
        quotes: "\"'`",
        keywords: "as async await break case catch class const continue default delete do else enum export extends \
            false finally for from function if implements import in instanceof interface let new null of private \
            public readonly return static super switch this throw true try type typeof undefined var void while \
            yield",
        types: "any boolean never number string unknown",
        pascal: true,
        ..CODE
    },
    Language {
        names: "python py python3",
        line: &["#"],
        block: None,
        keywords: "and as assert async await break class continue def del elif else except False finally for from \
            global if import in is lambda None nonlocal not or pass raise return True try while with yield",
        types: "bool bytes dict float int list object set str tuple",
        ..CODE
    },
    Language {
        names: "go golang c cpp c++ h hpp php",
        quotes: "\"'`",
        keywords: "auto break case chan class const continue default defer define delete do else enum extern \
            fallthrough false for func function go goto if import include inline interface map namespace new nil \
            null nullptr package private public range return select sizeof static struct switch template this \
            throw true try type typedef union using var virtual while",
        types: "bool byte char double error float float64 int int64 long rune short string uint unsigned void",
        sigils: "$#",
        ..CODE
    },
    Language {
        names: "rust rs",
        quotes: "\"",
        keywords: "as async await break const continue crate dyn else enum extern false fn for if impl in let loop \
            match mod move mut pub ref return self static struct super trait true type unsafe use where while",
        types: "bool char f32 f64 i32 i64 str u16 u32 u64 u8 usize",
        pascal: true,
        ..CODE
    },
    Language {
        names: "sql tsql t-sql mysql pgsql postgresql plsql",
        line: &["--"],
        escape: '\0',
        sigils: "@",
        keywords: "add all alter and as asc begin between by case check commit constraint create cross database declare \
            default delete desc distinct drop else end exec exists foreign from full function go grant group \
            having if in index inner insert into is join key left like limit not null on or order outer over \
            partition primary procedure references return revoke right rollback select set table then top \
            transaction truncate union unique update use values view when where with",
        types: "bigint bit char date datetime decimal float int integer money nvarchar text time timestamp varbinary \
            varchar",
        any_case: true,
        ..CODE
    },
    Language {
        names: "kusto kql csl",
        block: None,
        keywords: "and as asc between by contains count datatable desc distinct evaluate extend externaldata false find \
            has has_any in invoke join kind let limit lookup make-series mv-apply mv-expand not on or order \
            parse print project range render search serialize set sort startswith summarize take top true union \
            where with",
        types: "bool datetime decimal dynamic guid int long real string timespan",
        pascal: true,
        ..CODE
    },
    Language {
        names: "bicep terraform hcl graphql proto",
        line: &["//", "#"],
        keywords: "enum existing false for if import in input interface message module mutation null output param \
            provider query resource service targetScope true type var variable",
        types: "array bool int object string",
        ..CODE
    },
    Language {
        names: "dockerfile docker",
        family: Family::Shell,
        line: &["#"],
        block: None,
        sigils: "$",
        ..CODE
    },
];
