package register

// heldBack is what a database did not tell of the tables, since it is small or
// would give back what is. A nil one holds nothing back: a file was read.
type heldBack struct {
	groups map[[2]string]bool // by table and group
	bases  map[string]int     // by table; -1 for one held back
	closed map[string]bool    // tables of which nothing was told
	tell   map[[2]string]bool // numbers that are held back unless told
	places heldPlaces
}

// hold notes that a group was held back.
func (h *heldBack) hold(table, group string) {
	if h.groups == nil {
		h.groups = map[[2]string]bool{}
	}
	h.groups[[2]string{table, group}] = true
}

// told notes that a number came out.
func (h *heldBack) told(table, group string) {
	if h.tell == nil {
		h.tell = map[[2]string]bool{}
	}
	h.tell[[2]string{table, group}] = true
}

// shut notes that nothing of a table may be told, not even its base.
func (h *heldBack) shut(table string) {
	none := int64(1)
	h.base(table, nil, &none)
}

// base keeps a table's base, and whether all of its groups were held back.
func (h *heldBack) base(table string, n, shut *int64) {
	if h.bases == nil {
		h.bases, h.closed = map[string]int{}, map[string]bool{}
	}
	was, known := h.bases[table]
	switch {
	case n == nil || known && was < 0:
		h.bases[table] = -1
	default:
		h.bases[table] = int(*n)
	}
	h.closed[table] = h.closed[table] || shut != nil && *shut > 0
}

// hides reports whether a group's count was held back.
func (h *heldBack) hides(table, group string) bool {
	return h != nil && (h.closed[table] || h.groups[[2]string{table, group}])
}

// baseOf returns a table's base where its groups do not tell it; false where it
// was held back.
func (h *heldBack) baseOf(table string, groups int) (n int, ok bool) {
	if h == nil {
		return groups, true
	}
	n = h.bases[table]
	return max(n, 0), n >= 0
}
