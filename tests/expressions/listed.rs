//! What the library cannot do.

/// A case of the official data that does not pass.
pub(crate) struct Listed {
    /// Its folder and name.
    pub(crate) case: &'static str,
    /// The expression to write instead, with which the case passes; none where there is nothing to be written differently.
    pub(crate) instead: Option<&'static str>,
    /// Why it does not pass.
    pub(crate) why: &'static str,
}

/// In the order of the names.
pub(crate) const LISTED: [Listed; 18] = [
    Listed {
        case: "cucumber-expression/matching/does-not-allow-alternation-with-empty-alternative",
        instead: None,
        why: "it is refused, but the error points at the first `/`",
    },
    Listed {
        case: "cucumber-expression/matching/does-not-allow-alternation-with-empty-alternative-by-adjacent-right-parameter",
        instead: None,
        why: "it is refused, but the error points at the `/`",
    },
    Listed {
        case: "cucumber-expression/matching/does-not-allow-unfinished-parenthesis-2",
        instead: None,
        why: "it is refused, but the error points at the parameter, which may not stand in the optional text that is never closed",
    },
    Listed {
        case: "cucumber-expression/matching/does-not-allow-unfinished-parenthesis-3",
        instead: None,
        why: "it is refused, but the error points at the second `(`, which may not stand in the optional text that is never closed",
    },
    Listed {
        case: "cucumber-expression/matching/does-not-match-single-minus-as-double",
        instead: Some("{float}"),
        why: "the library has {int}, {float}, {word}, {string} and {} only: the definition's argument says how wide a number is",
    },
    Listed {
        case: "cucumber-expression/matching/matches-bigdecimal",
        instead: Some("{float}"),
        why: "the library has {int}, {float}, {word}, {string} and {} only: the definition's argument says how wide a number is",
    },
    Listed {
        case: "cucumber-expression/matching/matches-biginteger",
        instead: Some("{int}"),
        why: "the library has {int}, {float}, {word}, {string} and {} only: the definition's argument says how wide a number is",
    },
    Listed {
        case: "cucumber-expression/matching/matches-byte",
        instead: Some("{int}"),
        why: "the library has {int}, {float}, {word}, {string} and {} only: the definition's argument says how wide a number is",
    },
    Listed {
        case: "cucumber-expression/matching/matches-double",
        instead: Some("{float}"),
        why: "the library has {int}, {float}, {word}, {string} and {} only: the definition's argument says how wide a number is",
    },
    Listed {
        case: "cucumber-expression/matching/matches-long",
        instead: Some("{int}"),
        why: "the library has {int}, {float}, {word}, {string} and {} only: the definition's argument says how wide a number is",
    },
    Listed {
        case: "cucumber-expression/matching/matches-short",
        instead: Some("{int}"),
        why: "the library has {int}, {float}, {word}, {string} and {} only: the definition's argument says how wide a number is",
    },
    Listed {
        case: "cucumber-expression/matching/throws-unknown-parameter-type",
        instead: None,
        why: "it is refused, but the error points at the name, not at the bracket before it",
    },
    Listed {
        case: "cucumber-expression/parser/empty-alternation",
        instead: None,
        why: "it is refused at once, where the official parser reads it and the next stage refuses it",
    },
    Listed {
        case: "cucumber-expression/parser/empty-alternations",
        instead: None,
        why: "it is refused at once, where the official parser reads it and the next stage refuses it",
    },
    Listed {
        case: "cucumber-expression/parser/optional-containing-nested-optional",
        instead: None,
        why: "it is refused at once, where the official parser reads it and the next stage refuses it",
    },
    Listed {
        case: "cucumber-expression/tokenizer/escape-non-reserved-character",
        instead: None,
        why: "it is refused, but the error points at the backslash, not at what stands behind it",
    },
    Listed {
        case: "regular-expression/matching/optional-capture-groups-issue",
        instead: None,
        why: "a group that takes no part arrives as an empty text: ask the argument whether it is empty",
    },
    Listed {
        case: "regular-expression/matching/optional-capture-groups-some",
        instead: None,
        why: "a group that takes no part arrives as an empty text: ask the argument whether it is empty",
    },
];
