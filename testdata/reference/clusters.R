# Makes clusters.csv: 65 offices with three cases each, made up from a stated
# seed, and writes what R survey says about it to clusters-*.csv.
#
#   Rscript clusters.R          (in this folder; R 4.2.2, survey 4.1-1)
suppressPackageStartupMessages(library(survey))
source("write.R")
set.seed(20151, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

offices <- 65
lean <- rnorm(offices, 0, 0.8)                    # what makes cases of one office alike
size <- round(exp(rnorm(offices, log(150), 0.9))) + 3  # agreements in the office
region <- sample(c("east", "south", "north"), offices, TRUE, c(.4, .35, .25))
cases <- data.frame(
  office = rep(seq_len(offices), each = 3),
  region = rep(region, each = 3),
  weight = rep(size / 3, each = 3))
draw <- function(score) apply(score, 1, function(s) sample(names(s), 1, prob = exp(s)))
l <- rep(lean, each = 3)
cases$condition <- draw(cbind(physical = 0.5 + l, medical = 0.2 - 0.3 * l, psychological = -1.2, other = -0.1 + 0.2 * l))
cases$industry <- draw(cbind(care = 0.6 - 0.4 * l, building = 0.3 + 0.7 * l, services = 0, teaching = -0.3, trade = -0.6))
cases$combination <- ifelse(runif(nrow(cases)) < plogis(-2 + 0.5 * l), "yes", "no")
cases$stage <- ifelse(cases$condition == "psychological", "never", sample(c("early", "late"), nrow(cases), TRUE))
cases$requests <- rpois(nrow(cases), exp(1 + 0.2 * l))
# An empty answer here and there, so that a missing answer makes a domain too.
cases$hours <- ifelse(runif(nrow(cases)) < 0.1, NA, round(20 + 5 * l + rnorm(nrow(cases), 0, 6), 1))
write.csv(cases, "clusters.csv", row.names = FALSE, quote = FALSE, na = "")
cases <- read.csv("clusters.csv")

designs <- list(
  equal = svydesign(ids = ~office, weights = ~1, data = cases),
  weighted = svydesign(ids = ~office, weights = ~weight, data = cases),
  strata = svydesign(ids = ~office, strata = ~region, weights = ~weight, data = cases),
  rows = svydesign(ids = ~1, weights = ~1, data = cases),
  rows_strata = svydesign(ids = ~1, strata = ~region, weights = ~weight, data = cases))

# Shares: of the whole sample and of domains, with standard error, degrees of
# freedom and the beta interval.
out <- NULL
share <- function(name, design, domain, variable, option) {
  d <- design
  if (domain != "") {
    part <- strsplit(domain, "=")[[1]]
    d <- subset(design, design$variables[[part[1]]] == part[2])
  }
  d$variables$hit <- as.numeric(d$variables[[variable]] == option)
  m <- svymean(~hit, d)
  p <- round(coef(m)[[1]], 15); se <- round(SE(m)[[1]], 15)   # 0 and 1 are exact
  for (level in c(0.95, 0.9)) {
    ci <- c(NA, NA)
    if (p > 0 && p < 1 && se > 0) ci <- attr(svyciprop(~hit, d, method = "beta", level = level), "ci")
    out <<- rbind(out, data.frame(design = name, domain, variable, option, level, n = nrow(d$variables),
      p = exact(p), se = exact(se), df = degf(d), low = exact(ci[[1]]), high = exact(ci[[2]])))
  }
}
domains <- c("", paste0("industry=", c("care", "building", "services", "teaching", "trade")), "region=east", "combination=yes")
for (name in names(designs)) for (domain in domains) {
  for (option in c("physical", "medical", "psychological", "other")) share(name, designs[[name]], domain, "condition", option)
  share(name, designs[[name]], domain, "combination", "yes")
}
# Shares of 0 and 1.
for (name in names(designs)) for (option in c("early", "never"))
  share(name, designs[[name]], "condition=psychological", "stage", option)
save_csv(out, "clusters-shares.csv")

# Shares of the whole table and of rows are ratios of two indicators.
out <- NULL
for (name in names(designs)) {
  d <- designs[[name]]
  for (condition in c("physical", "medical")) for (industry in c("care", "trade")) {
    d$variables$both <- as.numeric(d$variables$condition == condition & d$variables$industry == industry)
    d$variables$row <- as.numeric(d$variables$condition == condition)
    d$variables$all <- 1
    for (of in c("row", "total")) {
      r <- svyratio(~both, if (of == "row") ~row else ~all, d)
      out <- rbind(out, data.frame(design = name, condition, industry, of, p = exact(coef(r)[[1]]), se = exact(SE(r)[[1]])))
    }
  }
}
save_csv(out, "clusters-directions.csv")

# Means and ratios of numbers, the hours with answers missing.
out <- NULL
for (name in names(designs)) {
  d <- designs[[name]]
  here <- subset(d, !is.na(hours))
  add <- function(statistic, m, df, n) out <<- rbind(out, data.frame(design = name, statistic, value = exact(coef(m)[[1]]),
    se = exact(SE(m)[[1]]), df = df, n = n))
  add("mean requests", svymean(~requests, d), degf(d), nrow(d$variables))
  add("mean hours", svymean(~hours, here), degf(here), nrow(here$variables))
  add("ratio requests/hours", svyratio(~requests, ~hours, here), degf(here), nrow(here$variables))
}
save_csv(out, "clusters-numbers.csv")
