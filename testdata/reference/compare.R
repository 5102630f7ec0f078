# Differences between two waves from R survey.
#
#   Rscript compare.R          (in this folder; R 4.2.2, survey 4.1-1; after estimate.R and clusters.R, which make the data)
#
# Waves that share PSUs are stacked with the same PSU ids, independent ones with
# strata of their own, and svycontrast takes the later less the earlier. Where
# only some PSUs are in both the covariance is computed by its formula.
suppressPackageStartupMessages(library(survey))
source("write.R")
band <- function(x) findInterval(x, c(600, 700, 800))
out <- NULL
add <- function(case, what, row, before, after, se1, se2, se, df1, df2, together) {
  df <- min(together, (se1^2 + se2^2)^2 / (se1^4 / df1 + se2^4 / df2))
  d <- after - before
  out <<- rbind(out, data.frame(case, what, row, before = exact(before), after = exact(after), difference = exact(d), se = exact(se), df = exact(df),
    low = exact(d - qt(.975, df) * se), high = exact(d + qt(.975, df) * se), p = exact(2 * pt(-abs(d / se), df))))
}
# freedom of the units of a base: PSUs less strata
freedom <- function(psu, strata) length(unique(psu)) - length(unique(strata))
compare <- function(case, stacked, design, shared, what = "share", levels = 0:3) {
  w <- stacked$wave
  df1 <- freedom(stacked$psu[w == 1], stacked$home[w == 1]); df2 <- freedom(stacked$psu[w == 2], stacked$home[w == 2])
  together <- if (shared) freedom(stacked$psu, stacked$home) else df1 + df2
  for (k in if (what == "mean") "mean" else levels) {
    design$variables$y <- if (what == "mean") stacked$value else as.numeric(stacked$value == k)
    m <- svyby(~y, ~wave, design, svymean, covmat = TRUE)
    se <- SE(svycontrast(m, list(d = c(-1, 1))))[[1]]
    add(case, what, k, coef(m)[[1]], coef(m)[[2]], SE(m)[[1]], SE(m)[[2]], se, df1, df2, together)
  }
}
waves <- function(first, second) rbind(first, second)

# The same schools a year apart: every PSU is in both.
c1 <- read.csv("data/apiclus1.csv")
panel <- function(value1, value2, d = c1) waves(
  data.frame(wave = 1, psu = d$dnum, home = 1, w = d$pw, fpc = d$fpc, value = value1),
  data.frame(wave = 2, psu = d$dnum, home = 1, w = d$pw, fpc = d$fpc, value = value2))
for (fpc in c(FALSE, TRUE)) {
  name <- if (fpc) "panel_fpc" else "panel"
  for (what in c("share", "mean")) {
    s <- if (what == "share") panel(band(c1$api99), band(c1$api00)) else panel(c1$api99, c1$api00)
    d <- if (fpc) svydesign(~psu, weights = ~w, fpc = ~fpc, data = s) else svydesign(~psu, weights = ~w, data = s)
    compare(name, s, d, TRUE, what)
  }
}
# Two stages, schools drawn anew in the same districts.
c2 <- read.csv("data/apiclus2.csv")
two <- function(value1, value2) waves(
  data.frame(wave = 1, psu = c2$dnum, home = 1, ssu = paste(c2$snum, 1), one = 1, fpc1 = c2$fpc1, fpc2 = c2$fpc2, value = value1),
  data.frame(wave = 2, psu = c2$dnum, home = 1, ssu = paste(c2$snum, 2), one = 1, fpc1 = c2$fpc1, fpc2 = c2$fpc2, value = value2))
for (what in c("share", "mean")) {
  s <- if (what == "share") two(band(c2$api99), band(c2$api00)) else two(c2$api99, c2$api00)
  # Weights are those of a wave by itself; stacked they would be half as large.
  s$w <- rep(weights(svydesign(~dnum + snum, fpc = ~fpc1 + fpc2, data = c2)), 2)
  d <- svydesign(~psu + ssu, strata = ~one + wave, fpc = ~fpc1 + fpc2, weights = ~w, data = s)
  compare("two_stage", s, d, TRUE, what)
}
# PSUs in strata; two of the three cases of each office in either wave.
cl <- read.csv("clusters.csv")
k <- rep(1:3, length.out = nrow(cl))
part <- function(wave, rows, variable) data.frame(wave, psu = cl$office[rows], home = cl$region[rows], w = cl$weight[rows], value = cl[[variable]][rows])
s <- waves(part(1, k != 1, "condition"), part(2, k != 2, "condition"))
compare("strata", s, svydesign(~psu, strata = ~home, weights = ~w, data = s, nest = TRUE), TRUE, levels = c("physical", "medical", "psychological", "other"))
s <- waves(part(1, k != 1, "requests"), part(2, k != 2, "requests"))
compare("strata", s, svydesign(~psu, strata = ~home, weights = ~w, data = s, nest = TRUE), TRUE, "mean")
# A domain of PSUs: the same in offices' cases of one industry.
s <- waves(part(1, k != 1, "condition"), part(2, k != 2, "condition"))
care <- c(cl$industry[k != 1] == "care", cl$industry[k != 2] == "care")
d <- svydesign(~psu, strata = ~home, weights = ~w, data = s, nest = TRUE)
base <- s[care, ]
d1 <- freedom(base$psu[base$wave == 1], base$home[base$wave == 1]); d2 <- freedom(base$psu[base$wave == 2], base$home[base$wave == 2])
met <- unique(merge(unique(base[base$wave == 1, c("psu", "home")]), unique(base[base$wave == 2, c("psu", "home")])))
for (level in c("physical", "medical", "psychological", "other")) {
  d$variables$y <- as.numeric(s$value == level)
  m <- svyby(~y, ~wave, subset(d, care), svymean, covmat = TRUE)
  add("domain", "share", level, coef(m)[[1]], coef(m)[[2]], SE(m)[[1]], SE(m)[[2]], SE(svycontrast(m, list(d = c(-1, 1))))[[1]], d1, d2,
    d1 + d2 - (nrow(met) - length(unique(met$home))))
}
# Independent samples: apistrat before, apisrs after.
st <- read.csv("data/apistrat.csv"); sr <- read.csv("data/apisrs.csv")
independent <- function(value1, value2) waves(
  data.frame(wave = 1, psu = seq_len(nrow(st)), home = st$stype, w = st$pw, fpc = st$fpc, value = value1),
  data.frame(wave = 2, psu = 1000 + seq_len(nrow(sr)), home = "srs", w = sr$pw, fpc = sr$fpc, value = value2))
for (what in c("share", "mean")) {
  s <- if (what == "share") independent(band(st$api99), band(sr$api00)) else independent(st$api99, sr$api00)
  compare("independent", s, svydesign(~psu, strata = ~home, weights = ~w, fpc = ~fpc, data = s), FALSE, what)
}
# Some of the districts in both waves: the formula, by hand.
late <- c1[!c1$dnum %in% sort(unique(c1$dnum))[1:4], ]
early <- c1[!c1$dnum %in% rev(sort(unique(c1$dnum)))[1:2], ]
deviation <- function(d, y, f) {
  p <- weighted.mean(y, d$pw)
  z <- tapply(d$pw * (y - p) / sum(d$pw), d$dnum, sum)
  n <- length(z)
  sqrt((1 - f * n / 757) * n / (n - 1)) * (z - mean(z))
}
for (f in c(0, 1)) for (level in 0:3) {
  y1 <- as.numeric(band(early$api99) == level); y2 <- as.numeric(band(late$api00) == level)
  a <- deviation(early, y1, f); b <- deviation(late, y2, f)
  both <- intersect(names(a), names(b)); m <- length(both)
  f1 <- f * length(a) / 757; f2 <- f * length(b) / 757
  g <- max(-1, min(1, (1 - sqrt(f1 * f2) * sqrt(length(a) * length(b)) / m) / sqrt((1 - f1) * (1 - f2))))
  se1 <- sqrt(sum(a^2)); se2 <- sqrt(sum(b^2))
  add(if (f == 1) "overlap_fpc" else "overlap", "share", level, weighted.mean(y1, early$pw), weighted.mean(y2, late$pw), se1, se2,
    sqrt(sum(a^2) + sum(b^2) - 2 * g * sum(a[both] * b[both])), length(a) - 1, length(b) - 1, length(a) + length(b) - 2 - (m - 1))
}
save_csv(out, "compare.csv")
