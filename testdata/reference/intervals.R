# Writes what R says about intervals that need no data: the beta
# interval of Korn and Graubard at given p, se, n and df, Clopper-Pearson, Wilson.
#
#   Rscript intervals.R         (in this folder; R 4.2.2)
source("write.R")
beta_interval <- function(p, se, n, df, level) {
  tail <- (1 - level) / 2
  effective <- if (p > 0 && p < 1) p * (1 - p) / se^2 else n
  effective <- effective * (qt(tail, n - 1) / qt(tail, df))^2
  c(qbeta(tail, effective * p, effective * (1 - p) + 1), qbeta(1 - tail, effective * p + 1, effective * (1 - p)))
}
out <- NULL
for (p in c(0, 0.001, 0.01, 0.07, 0.39, 0.5, 0.9, 0.999, 1)) for (deff in c(0.5, 1, 2.5))
  for (n in c(5, 195, 100000)) for (df in c(1, 4, 64, 2000)) for (level in c(0.9, 0.95, 0.99)) {
    if (df >= n) next
    se <- sqrt(deff * p * (1 - p) / n)
    ci <- beta_interval(p, se, n, df, level)
    out <- rbind(out, data.frame(p, se = exact(se), n = formatC(n, format = "d"), df, level, low = exact(ci[1]), high = exact(ci[2])))
  }
save_csv(out, "intervals-beta.csv")

out <- NULL
for (n in c(10, 84, 195)) for (x in unique(c(0, 1, 3, n %/% 2, n - 1, n))) {
  ci <- binom.test(x, n)$conf.int
  out <- rbind(out, data.frame(x, n, low = exact(ci[1]), high = exact(ci[2])))
}
save_csv(out, "intervals-clopper-pearson.csv")

# Wilson's interval of a simple random sample, without a continuity correction.
out <- NULL
for (n in c(10, 30, 84, 195, 1000)) for (x in unique(c(0, 1, 3, n %/% 2, n - 1, n))) for (level in c(0.9, 0.95)) {
  ci <- suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int
  out <- rbind(out, data.frame(x, n, level, low = exact(ci[1]), high = exact(ci[2])))
}
save_csv(out, "intervals-wilson.csv")
