package sample

import "fmt"

// hadamard returns a Hadamard matrix of true and false with more than n rows,
// of the order that R survey takes, with true in its first row: of the order 4
// doubled where that is what fits, otherwise Paley's of a prime, doubled where
// the order asks for it. Orders to which neither leads are passed over for the
// next power of 2.
//
// Source: Hedayat and Wallis (1978), Annals of Statistics 6, 1184–1238.
func hadamard(n int) ([][]bool, error) {
	if n > maxPairs {
		return nil, fmt.Errorf("%d pairs of first-stage units are more than balanced half-samples are made for (%d)", n, maxPairs)
	}
	order := n + 4 - n%4 // the least that is above n
	for {
		if h := hadamardOf(order); h != nil {
			return h, nil
		}
		order += 4
	}
}

// maxPairs keeps the matrix small.
const maxPairs = 4000

// hadamardOf returns a Hadamard matrix of an order, or nil.
func hadamardOf(order int) [][]bool {
	switch {
	case order == 1:
		return [][]bool{{true}}
	case order == 2 || order == 4 || order%8 == 0:
		if half := hadamardOf(order / 2); half != nil {
			return doubled(half)
		}
	}
	if order%4 == 0 && prime(order-1) {
		return paley(order - 1)
	}
	return nil
}

// doubled returns H H over H −H.
func doubled(h [][]bool) [][]bool {
	n := len(h)
	d := make([][]bool, 2*n)
	for i := range d {
		d[i] = make([]bool, 2*n)
		for j := range d[i] {
			d[i][j] = h[i%n][j%n] != (i >= n && j >= n)
		}
	}
	return d
}

// paley returns the matrix of order p+1, p a prime that leaves 3 divided by 4:
// a border of true, and false where the sum of row and column is a square.
func paley(p int) [][]bool {
	square := make([]bool, p)
	for i := range p {
		square[i*i%p] = true
	}
	h := make([][]bool, p+1)
	for i := range h {
		h[i] = make([]bool, p+1)
		for j := range h[i] {
			h[i][j] = i == 0 || j == 0 || !square[(i+j-2)%p]
		}
	}
	return h
}

func prime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return n > 1
}
