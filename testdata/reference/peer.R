# Times R survey on the file that a benchmark wrote, for the same run as ours:
#
#   Rscript peer.R FILE          (R 4.2.2, survey 4.1-1)
#
# prints a line "NAME SECONDS VALUE" for each step; the value is held against ours.
suppressPackageStartupMessages(library(survey))
file <- commandArgs(TRUE)[1]
step <- function(name, f, value) {
  took <- system.time(r <- f())[["elapsed"]]
  cat(name, took, formatC(value(r), digits = 17, format = "g"), "\n")
  invisible(r)
}
d <- step("read", function() read.csv(file), nrow)
s <- step("design", function() svydesign(ids = ~psu, strata = ~stratum, weights = ~weight, data = d), function(r) sum(weights(r)))
step("means", function() svyby(~y, ~domain, s, svymean), function(r) SE(r)[1])
step("raoscott", function() svychisq(~cat10 + cat5, s), function(r) as.numeric(r$statistic))
