/// One definition as data: the generator writes sentences and the other runners' definitions from it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Definition {
    /// `given`, `when` or `then`.
    pub(crate) keyword: &'static str,
    /// A Cucumber expression.
    pub(crate) expression: &'static str,
    /// The method of the World that is its body.
    pub(crate) body: &'static str,
    /// What it is about.
    pub(crate) key: &'static str,
}

/// What stands in an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    Text(&'a str),
    String,
    Int,
    Float,
}

/// What a definition takes beside its arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    Nothing,
    Table,
    Json,
}

impl Definition {
    /// The expression in its pieces.
    pub(crate) fn parts(&self) -> Vec<Part<'static>> {
        let mut parts = Vec::new();
        let mut rest = self.expression;
        while let Some((before, (parameter, after))) = rest.split_once('{').and_then(|(text, tail)| Some((text, tail.split_once('}')?))) {
            parts.push(Part::Text(before));
            parts.push(match parameter {
                "int" => Part::Int,
                "float" => Part::Float,
                _ => Part::String,
            });
            rest = after;
        }
        parts.push(Part::Text(rest));
        parts.retain(|part| *part != Part::Text(""));
        parts
    }

    /// What has to stand below the sentence.
    pub(crate) fn below(&self) -> Body {
        match self.body {
            "set_rows" | "fill" | "expect_rows" => Body::Table,
            "set_json" | "post" | "expect_json" => Body::Json,
            _ => Body::Nothing,
        }
    }

    /// The sentence with these arguments, as they stand in a feature.
    pub(crate) fn say(&self, arguments: &[&str]) -> String {
        let mut arguments = arguments.iter();
        let mut sentence = String::new();
        for part in self.parts() {
            match part {
                Part::Text(text) => sentence.push_str(text),
                Part::String => sentence.extend(["\"", arguments.next().unwrap_or(&""), "\""]),
                Part::Int | Part::Float => sentence.push_str(arguments.next().unwrap_or(&"0")),
            }
        }
        sentence
    }
}

/// Makes step definitions for cucumber's inventory and, of the same lines, a table of [`Definition`]s.
macro_rules! definitions {
    ($keyword:ident, $table:ident: $($expression:tt $name:ident = $body:ident($($argument:ident: $of:ident),*) $(+ $step:ident)? on $key:tt;)*) => {
        /// The definitions of this keyword.
        pub(crate) const $table: &[Definition] =
            &[$(Definition { keyword: stringify!($keyword), expression: $expression, body: stringify!($body), key: $key }),*];

        $(
            #[$keyword(expr = $expression)]
            fn $name(bare: &mut Bare $(, $argument: $of)* $(, $step: &Step)?) {
                bare.$body($key $(, $argument)* $(, $step)?);
            }
        )*
    };
}

pub(super) use definitions;
