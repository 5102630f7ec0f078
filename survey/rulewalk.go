package survey

// eachOption calls see for every string that the rule holds against a
// question's answer, with the question's name: the option names among them can
// then be looked up.
func (r *Rule) eachOption(see func(question, option string)) { walkOptions(r.root, see) }

func walkOptions(n node, see func(question, option string)) {
	pair := func(a, b node) {
		question, asked := a.(answerOf)
		option, written := b.(literal)
		if asked && written && option.is.kind == isText {
			see(question.question, option.is.text)
		}
	}
	switch n := n.(type) {
	case all:
		for _, part := range n {
			walkOptions(part, see)
		}
	case either:
		for _, part := range n {
			walkOptions(part, see)
		}
	case sum:
		for _, part := range n {
			walkOptions(part.of, see)
		}
	case not:
		walkOptions(n.of, see)
	case comparison:
		if n.operator == "=" || n.operator == "!=" {
			pair(n.left, n.right)
			pair(n.right, n.left)
		}
		walkOptions(n.left, see)
		walkOptions(n.right, see)
	case selected:
		pair(n.of, n.option)
	}
}
