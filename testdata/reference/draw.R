# What R sampling says about inclusion probabilities, joint inclusion
# probabilities and systematic draws, and allocations by the formulas of
# Cochran (1977), 5.5-5.9. The frame is belgianmunicipalities of sampling.
#
#   Rscript draw.R          (in this folder; R 4.2.2, sampling 2.9, digest)
suppressPackageStartupMessages({library(sampling); library(digest)})
source("write.R")
data(belgianmunicipalities)
b <- belgianmunicipalities
frame <- data.frame(ins = b$INS, province = b$Province, inhabitants = b$Tot04, income = b$averageincome)
write.csv(frame, "draw-frame.csv", row.names = FALSE, quote = FALSE)

# Inclusion probabilities in proportion to size.
out <- NULL
for (n in c(10, 50, 200)) {
  p <- inclusionprobabilities(frame$inhabitants, n)
  at <- order(-frame$inhabitants)[c(1:20, seq(21, 589, by = 8))]
  out <- rbind(out, data.frame(case = "frame", n, unit = at, size = frame$inhabitants[at], p = exact(p[at])))
}
small <- list(a = c(1, 2, 3, 4, 5, 6), b = c(1, 1, 1, 20, 30, 2, 2), c = c(0, 3, 1, 9, 0, 2, 40), d = c(.1, .1, .1, .4, .9, 1.6, 2))
for (name in names(small)) for (n in 1:4) {
  x <- small[[name]]
  p <- suppressWarnings(inclusionprobabilities(x, n))
  out <- rbind(out, data.frame(case = name, n, unit = seq_along(x), size = x, p = exact(p)))
}
save_csv(out, "draw-probabilities.csv")

# Joint inclusion probabilities.
out <- NULL
sizes <- list(a = list(c(1, 2, 3, 4, 5, 6), 2), b = list(c(1, 2, 3, 4, 5, 6), 3), c = list(c(5, 5, 5, 5, 5, 5, 5), 4),
  d = list(c(2, 3, 5, 8, 13, 15, 4, 6), 3), e = list(c(11, 12, 13, 14, 25, 8, 9, 10, 5), 4))
for (name in names(sizes)) {
  pik <- inclusionprobabilities(sizes[[name]][[1]], sizes[[name]][[2]])
  for (method in c("sampford", "tille")) {
    joint <- (if (method == "sampford") UPsampfordpi2 else UPtillepi2)(pik)
    for (i in seq_along(pik)) for (j in i:length(pik))
      out <- rbind(out, data.frame(case = name, method, n = sizes[[name]][[2]], i, j, size_i = sizes[[name]][[1]][i], p = exact(joint[i, j])))
  }
}
save_csv(out, "draw-joint.csv")

# Systematic draws from the start that a seed gives; the start is computed here
# as the program documents it, and the draw is UPsystematic's own.
uniform <- function(seed, purpose, key) {
  hex <- digest(paste("stikprove-draw-1", seed, purpose, key, sep = "\n"), algo = "sha256", serialize = FALSE)
  (as.numeric(paste0("0x", substr(hex, 1, 13))) + 0.5) / 2^52
}
from <- function(start) {
  f <- UPsystematic
  environment(f) <- list2env(list(runif = function(...) start), parent = environment(UPsystematic))
  f
}
out <- NULL
for (method in c("systematic", "pps")) for (n in c(7, 50, 120)) for (seed in 1:5) {
  u <- uniform(seed, "start", "")
  pik <- if (method == "pps") inclusionprobabilities(frame$inhabitants, n) else rep(n / nrow(frame), nrow(frame))
  out <- rbind(out, data.frame(method, n, seed, start = exact(u), ins = frame$ins[which(from(u)(pik) == 1)]))
}
save_csv(out, "draw-systematic.csv")

# Allocations over the provinces: proportional, Neyman by the spread of income
# and of inhabitants; rounded by the largest remainder without bounds.
remainder <- function(a) {
  n <- floor(a + 1e-9); left <- round(sum(a)) - sum(n)
  if (left > 0) { up <- order(-(a - n))[seq_len(left)]; n[up] <- n[up] + 1 }
  n
}
out <- NULL
Nh <- as.vector(table(frame$province))
spread <- list(income = as.vector(tapply(frame$income, frame$province, sd)), inhabitants = as.vector(tapply(frame$inhabitants, frame$province, sd)))
for (n in c(40, 100, 173)) for (rule in c("proportional", "neyman income", "neyman inhabitants")) {
  sd <- switch(rule, proportional = rep(1, 9), "neyman income" = spread$income, spread$inhabitants)
  a <- n * Nh * sd / sum(Nh * sd)
  out <- rbind(out, data.frame(rule, n, stratum = 1:9, size = Nh, sd = exact(sd), exact = exact(a), rounded = remainder(a)))
}
save_csv(out, "draw-allocation.csv")

# The probabilities that sampling's strata gives units drawn in strata.
set.seed(1)
ordered <- frame[order(frame$province), ]
n <- remainder(100 * Nh / sum(Nh))
s <- sampling::strata(ordered, "province", n, method = "srswor")
p <- unique(data.frame(stratum = s$province, n = n[s$province], p = exact(s$Prob)))
save_csv(p, "draw-strata.csv")
