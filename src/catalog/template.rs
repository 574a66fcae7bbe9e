//! Names with `${variables}` in them.

/// A variable's name with what it stands for.
pub(super) type Bound = (String, String);

enum Part<'a> {
    Literal(&'a str),
    Variable(&'a str),
}

fn parts(pattern: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(open) = rest.find("${") {
        let Some(close) = rest[open..].find('}') else { break };
        if open > 0 {
            parts.push(Part::Literal(&rest[..open]));
        }
        parts.push(Part::Variable(&rest[open + 2..open + close]));
        rest = &rest[open + close + 1..];
    }
    if !rest.is_empty() {
        parts.push(Part::Literal(rest));
    }
    parts
}

/// Whether a name is a template.
pub(super) fn is_template(pattern: &str) -> bool {
    pattern.contains("${")
}

/// Whether a name is one variable alone: a key may then be any text, the empty one too.
pub(super) fn is_any(pattern: &str) -> bool {
    matches!(parts(pattern).as_slice(), [Part::Variable(_)])
}

/// What the variables of `pattern` stand for in `text`; each stands for at least one character, and for as few as possible.
pub(super) fn bind(pattern: &str, text: &str) -> Option<Vec<Bound>> {
    let parts = parts(pattern);
    let mut bound = Vec::new();
    let mut rest = text;
    let mut open: Option<&str> = None;
    for (at, part) in parts.iter().enumerate() {
        match (part, open) {
            (Part::Variable(name), _) => open = Some(name),
            (Part::Literal(literal), None) => rest = rest.strip_prefix(literal)?,
            (Part::Literal(literal), Some(variable)) => {
                let first = rest.chars().next()?.len_utf8();
                let found = if at + 1 == parts.len() {
                    rest.strip_suffix(literal).map(str::len).filter(|&end| end >= first)?
                } else {
                    first + rest[first..].find(literal)?
                };
                bound.push((variable.to_owned(), rest[..found].to_owned()));
                rest = &rest[found + literal.len()..];
                open = None;
            }
        }
    }
    match open {
        Some(_) if rest.is_empty() => None,
        Some(variable) => {
            bound.push((variable.to_owned(), rest.to_owned()));
            Some(bound)
        }
        None => rest.is_empty().then_some(bound),
    }
}

/// `pattern` with the variables that are known put in.
pub(super) fn fill(pattern: &str, bound: &[Bound]) -> String {
    parts(pattern)
        .into_iter()
        .map(|part| match part {
            Part::Literal(literal) => literal.to_owned(),
            Part::Variable(name) => {
                bound.iter().find(|(known, _)| known == name).map_or_else(|| format!("${{{name}}}"), |(_, value)| value.clone())
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_binds_what_it_is_made_of_and_nothing_else() {
        let pattern = "${module}Form_${field}.changed";
        let bound = bind(pattern, "ticketForm_email.changed").expect("binds");
        assert_eq!(bound, [("module".to_owned(), "ticket".to_owned()), ("field".to_owned(), "email".to_owned())]);
        assert_eq!(fill(pattern, &bound), "ticketForm_email.changed");
        for no in ["", "Form_.changed", "ticketForm_.changed", "ticketForm_email", "ticketForm_email.changed2", ".changed"] {
            assert_eq!(bind(pattern, no), None, "{no}");
        }
        assert_eq!(bind("cf_${x}", "cf_ä"), Some(vec![("x".to_owned(), "ä".to_owned())]));
        assert_eq!(bind("plain", "plain"), Some(vec![]));
        assert_eq!(bind("${x", "${x"), Some(vec![]));
        assert_eq!(fill("${a}${b}", &[("b".to_owned(), "2".to_owned())]), "${a}2");
    }
}
