# What R survey says of scd, the emergency calls of survey, whose ambulances are
# numbered within their ESA: nest = TRUE, linearised and by BRR.
#
#   Rscript nest.R             (in this folder; R 4.2.2, survey 4.1-1)
suppressPackageStartupMessages(library(survey))
source("write.R")
data(scd)
plain <- svydesign(ids = ~ambulance, strata = ~ESA, weights = ~1, data = scd, nest = TRUE)
halves <- as.svrepdesign(plain, type = "BRR")
out <- NULL
for (name in c("linear", "brr")) {
  d <- list(linear = plain, brr = halves)[[name]]
  r <- svyratio(~alive, ~arrests, d)
  m <- svymean(~alive, d)
  t <- svytotal(~arrests, d)
  out <- rbind(out,
    data.frame(replicates = name, statistic = "ratio", variable = "alive/arrests", value = exact(as.numeric(coef(r))), se = exact(as.numeric(SE(r))), df = degf(d)),
    data.frame(replicates = name, statistic = "mean", variable = "alive", value = exact(as.numeric(coef(m))), se = exact(as.numeric(SE(m))), df = degf(d)),
    data.frame(replicates = name, statistic = "total", variable = "arrests", value = exact(as.numeric(coef(t))), se = exact(as.numeric(SE(t))), df = degf(d)))
}
save_csv(out, "nest.csv")
