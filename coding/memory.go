package coding

import "sync"

// memory keeps how words were read. It is bounded, and only a shortcut: a word
// reads the same whether it is remembered or not.
type memory struct {
	sync.RWMutex
	items map[string]item
}

// memorySize bounds the words remembered; a register of descriptions has some
// ten thousand different words.
const memorySize = 50_000

func (m *memory) get(key string) (item, bool) {
	m.RLock()
	defer m.RUnlock()
	it, ok := m.items[key]
	return it, ok
}

func (m *memory) put(key string, it item) {
	m.Lock()
	defer m.Unlock()
	if len(m.items) < memorySize && len(key) < 60 {
		m.items[key] = it
	}
}
