# Sample sizes, precision and power: power.prop.test and power.t.test of base R,
# and formulas written out from Cochran (1977), Kish (1965) and Valliant, Dever
# and Kreuter (2013), as PracTools has them.
#
#   Rscript plan.R          (in this folder; R 4.2.2)
source("write.R")
row <- function(statistic, value, ...) {
  a <- list(...); a <- c(a, rep(NA, 8 - length(a))); names(a) <- paste0("a", 1:8)
  data.frame(statistic, as.data.frame(lapply(a, exact)), value = exact(value))
}
out <- NULL
add <- function(...) out <<- rbind(out, row(...))

# Two proportions: a1, a2 the proportions, a3 level, a4 power or n in each.
pairs <- list(c(.39, .45), c(.1, .2), c(.5, .55), c(.02, .05), c(.9, .8), c(.31, .39))
for (p in pairs) for (level in c(.95, .9)) {
  for (power in c(.8, .9)) add("prop size", power.prop.test(p1 = p[1], p2 = p[2], power = power, sig.level = 1 - level, tol = 1e-12)$n, p[1], p[2], level, power)
  for (n in c(50, 195, 1000)) add("prop power", power.prop.test(n = n, p1 = p[1], p2 = p[2], sig.level = 1 - level)$power, p[1], p[2], level, n)
}
# Two means: a1 delta, a2 sd, a3 level, a4 power or n in each.
for (d in list(c(1, 2), c(2, 6), c(.1, 1), c(5, 4), c(.5, .9))) for (level in c(.95, .99)) {
  for (power in c(.8, .95)) add("t size", power.t.test(delta = d[1], sd = d[2], power = power, sig.level = 1 - level, tol = 1e-12)$n, d[1], d[2], level, power)
  for (n in c(2, 5, 20, 150, 2000)) add("t power", power.t.test(n = n, delta = d[1], sd = d[2], sig.level = 1 - level)$power, d[1], d[2], level, n)
}
# One proportion, Cochran 4.2-4.4: a1 p, a2 margin, a3 level, a4 population (0 for endless), a5 deff.
z <- function(level) qnorm(1 - (1 - level) / 2)
for (p in c(.39, .5, .05)) for (e in c(.05, .02)) for (N in c(0, 92, 15759)) for (deff in c(1, 1.37)) {
  S2 <- if (N > 0) p * (1 - p) * N / (N - 1) else p * (1 - p)
  n0 <- deff * z(.95)^2 * S2 / e^2
  add("proportion size", if (N > 0) n0 / (1 + n0 / N) else n0, p, e, .95, N, deff)
}
# Without a design effect the usual way round: n0/(1+(n0-1)/N), Cochran (4.2).
for (p in c(.39, .2)) for (N in c(92, 1000, 15759)) for (level in c(.9, .95, .99)) {
  n0 <- z(level)^2 * p * (1 - p) / .04^2
  add("proportion size", n0 / (1 + (n0 - 1) / N), p, .04, level, N, 1)
}
# Its margin: a1 p, a2 n, a3 level, a4 population, a5 deff.
for (p in c(.39, .05)) for (n in c(40, 84, 92)) for (N in c(0, 92, 15759)) for (deff in c(1, 1.6)) {
  S2 <- if (N > 0) p * (1 - p) * N / (N - 1) else p * (1 - p)
  f <- if (N > 0) n / N else 0
  add("proportion margin", z(.95) * sqrt(deff * (1 - f) * S2 / n), p, n, .95, N, deff)
}
# Means, Cochran 4.6-4.7: a1 sd, a2 margin or n, a3 level, a4 population, a5 deff.
for (sd in c(12, .8)) for (e in c(2, .1)) for (N in c(0, 500, 15759)) for (deff in c(1, 2.2)) {
  n0 <- deff * (z(.95) * sd / e)^2
  add("mean size", if (N > 0) n0 / (1 + n0 / N) else n0, sd, e, .95, N, deff)
}
for (sd in c(12, .8)) for (n in c(50, 400)) for (N in c(0, 500, 15759)) for (deff in c(1, 2.2))
  add("mean margin", z(.95) * sqrt(deff * (1 - if (N > 0) n / N else 0) * sd^2 / n), sd, n, .95, N, deff)
# Design effects, Kish: a1 cases per cluster, a2 icc, a3 CV of weights.
for (m in c(1, 3, 20)) for (icc in c(0, .02, .15)) for (cv in c(0, .6, .97)) add("deff", (1 + (m - 1) * icc) * (1 + cv^2), m, icc, cv)
# Cases per cluster, Cochran 10.6: the minimum over m of cost times variance, found by optimise.
for (c1 in c(400, 1000, 60)) for (c2 in c(50, 120, 10)) for (icc in c(.02, .05, .3)) {
  cost <- function(logm) { m <- exp(logm); log((c1 + c2 * m) / m * (1 + (m - 1) * icc)) }
  add("cluster size", exp(optimise(cost, c(-5, 8), tol = 1e-10)$minimum), c1, c2, icc)
}
# Two waves, nDep2sam's formula: a1 p1, a2 p2, a3 deff, a4 ratio n2/n1, a5 overlap, a6 correlation, a7 level, a8 power or n1.
for (p in list(c(.39, .45), c(.1, .15), c(.6, .5))) for (deff in c(1, 1.5)) for (r in c(1, 1.4)) for (o in list(c(0, 0), c(.7, .4), c(1, .8), c(.5, -.2))) {
  s <- deff * p * (1 - p)
  v <- s[1] + s[2] / r - 2 * o[1] * o[2] * sqrt(s[1] * s[2]) / r
  add("waves size", v * (z(.95) + qnorm(.8))^2 / (p[1] - p[2])^2, p[1], p[2], deff, r, o[1], o[2], .95, .8)
  add("waves power", pnorm(abs(p[1] - p[2]) / sqrt(v / 400) - z(.95)), p[1], p[2], deff, r, o[1], o[2], .95, 400)
}
# Optimum allocation, Cochran 5.5: a1-a4 sizes times sd over the root of cost; value the share of the first.
for (n in c(50, 200)) for (N in list(c(400, 250, 30, 900), c(10, 20, 30, 40))) for (S in list(c(1, 2, 5, 1), c(3, 3, 0, 1))) {
  w <- N * S / sqrt(c(1, 4, 9, 2))
  for (h in 1:4) add("optimum share", n * w[h] / sum(w), h, n, N[1], S[1], S[3])
}
save_csv(out, "plan.csv")
