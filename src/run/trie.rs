/// Finds, of many texts, those that another text begins with.
#[derive(Debug)]
pub(super) struct Trie {
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    /// The next byte, and the node that it leads to; in the order of the bytes.
    next: Vec<(u8, usize)>,
    /// The numbers of the texts that end here.
    ends: Vec<usize>,
}

impl Trie {
    /// Texts by their numbers, from 0.
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut nodes = vec![Node::default()];
        for (number, text) in texts.into_iter().enumerate() {
            let mut at = 0;
            for byte in text.bytes() {
                at = match nodes[at].next.binary_search_by_key(&byte, |(next, _)| *next) {
                    Ok(index) => nodes[at].next[index].1,
                    Err(index) => {
                        let new = nodes.len();
                        nodes[at].next.insert(index, (byte, new));
                        nodes.push(Node::default());
                        new
                    }
                };
            }
            nodes[at].ends.push(number);
        }
        Self { nodes }
    }

    /// Calls `found` with the number of each text that `text` begins with, the shorter ones first.
    pub(super) fn visit(&self, text: &str, mut found: impl FnMut(usize)) {
        let mut node = &self.nodes[0];
        let mut bytes = text.bytes();
        loop {
            node.ends.iter().for_each(|number| found(*number));
            let Some(byte) = bytes.next() else { return };
            let Ok(index) = node.next.binary_search_by_key(&byte, |(next, _)| *next) else { return };
            node = &self.nodes[node.next[index].1];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_what_looking_at_each_text_finds(texts in proptest::collection::vec("[ab]{0,4}", 0..20), text in "[abä]{0,8}") {
            let mut found = Vec::new();
            Trie::of(texts.iter().map(String::as_str)).visit(&text, |number| found.push(number));
            found.sort_unstable();
            let each: Vec<_> = texts.iter().enumerate().filter(|(_, it)| text.starts_with(it.as_str())).map(|(number, _)| number).collect();
            prop_assert_eq!(found, each);
        }
    }
}
