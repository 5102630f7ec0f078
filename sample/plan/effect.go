package plan

import "math"

// DesignEffect returns the design effect of clusters with m answers each, where
// cases of one cluster are alike by the intra-class correlation icc, and of
// weights with coefficient of variation cv: (1+(m−1)·icc)·(1+cv²).
//
// Source: Kish (1965), Survey Sampling, 5.4 and 11.7; Kish (1987) for their
// product.
func DesignEffect(m, icc, cv float64) float64 { return (1 + (m-1)*icc) * (1 + cv*cv) }

// ClusterSize returns the number of cases per cluster that gives the smallest
// variance for the money, where a cluster costs cluster and a case within it
// unit, both above 0, and icc is in (0, 1]: √(cluster/unit·(1−icc)/icc). It is
// infinite where icc is 0: without likeness one cluster will do.
//
// Source: Cochran (1977), 10.6; Kish (1965), 8.3B; same as clusOpt2 of R
// PracTools.
func ClusterSize(cluster, unit, icc float64) float64 {
	return math.Sqrt(cluster / unit * (1 - icc) / icc)
}

// ClustersFor returns how many clusters of m cases a budget pays for.
func ClustersFor(budget, cluster, unit, m float64) float64 { return budget / (cluster + unit*m) }
