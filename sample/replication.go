package sample

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Replication says how replicate weights are made. The zero Replication makes
// none.
type Replication struct {
	Method ReplicateMethod
	Number int     // replicates of a bootstrap; 0 for 500. The others follow from the design
	Rho    float64 // of Fay, in [0, 1); 0 for 0.3
	// Columns is what the names of the variables with Given weights begin with,
	// and Scale what the sum of their squared deviations is multiplied by; 0 for
	// a bootstrap's 1/(replicates − 1).
	Columns string
	Scale   float64
	Seed    uint64 // of a bootstrap
	MSE     bool   // deviations are from the full estimate, not from the replicates' mean
}

// ReplicateMethod is a way to make replicate weights.
type ReplicateMethod uint8

// The methods.
const (
	NoReplicates ReplicateMethod = iota
	JK1                          // jackknife without strata: a PSU is left out at a time
	JKn                          // jackknife in strata
	BRR                          // balanced half-samples: a PSU of two in each stratum
	Fay                          // BRR with 2−ρ and ρ in place of 2 and 0
	Bootstrap                    // Rao and Wu: n−1 of n PSUs with replacement
	CantyDavison                 // n of n PSUs with replacement, from the population made up of them where its size is known
	Given                        // weights that the data come with
)

var methodNames = []string{"", "jk1", "jkn", "brr", "fay", "bootstrap", "canty", "given"}

// String returns the method's name, "" where there is none.
func (m ReplicateMethod) String() string { return methodNames[m] }

// ParseReplication reads METHOD[:N], where N is a number of bootstrap
// replicates or, of Fay, ρ: jk1, jkn, brr, fay:0.3, bootstrap:500, canty:500.
// Weights of the data's own are given:PREFIX[:SCALE]. Nothing written is none.
func ParseReplication(written string) (Replication, error) {
	var r Replication
	if written == "" {
		return r, nil
	}
	name, number, given := strings.Cut(strings.ToLower(written), ":")
	at := slices.Index(methodNames, name)
	if at < 1 {
		return r, fmt.Errorf("%q: want %s or given", written, strings.Join(methodNames[1:7], ", "))
	}
	r.Method = ReplicateMethod(at)
	if r.Method == Given {
		return r.parseGiven(written)
	}
	if !given {
		return r, nil
	}
	switch r.Method {
	case Bootstrap, CantyDavison:
		n, err := strconv.Atoi(number)
		if err != nil || n < 2 || n > maxReplicates {
			return r, fmt.Errorf("%q: want a number of replicates from 2 to %d", written, maxReplicates)
		}
		r.Number = n
	case Fay:
		rho, err := strconv.ParseFloat(number, 64)
		if err != nil || !(rho > 0 && rho < 1) {
			return r, fmt.Errorf("%q: want a rho above 0 and below 1", written)
		}
		r.Rho = rho
	default:
		return r, fmt.Errorf("%q: %s takes no number; it follows from the design", written, name)
	}
	return r, nil
}

// maxReplicates is the most that anybody can mean.
const maxReplicates = 100000

// parseGiven reads given:PREFIX[:SCALE].
func (r Replication) parseGiven(written string) (Replication, error) {
	parts := strings.Split(written, ":")
	if len(parts) < 2 || len(parts) > 3 || parts[1] == "" {
		return Replication{}, fmt.Errorf("%q: want given:PREFIX, where the names of the replicate weights begin with PREFIX, or given:PREFIX:SCALE", written)
	}
	r.Columns = parts[1]
	if len(parts) == 3 {
		scale, err := strconv.ParseFloat(parts[2], 64)
		if err != nil || !(scale > 0 && scale < 1e6) {
			return Replication{}, fmt.Errorf("%q: want a scale above 0", written)
		}
		r.Scale = scale
	}
	return r, nil
}
