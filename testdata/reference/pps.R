# Estimates from R survey of units drawn with unequal probabilities, by the
# variances that need their own probabilities alone: Brewer, Overton, and Hartley
# and Rao. The form is that of estimate-*.csv.
#
#   Rscript pps.R          (in this folder; R 4.2.2, survey 4.1-1)
suppressPackageStartupMessages(library(survey))
source("write.R")
data(election); data(mu284)
export <- function(d, name) {
  write.csv(d, file.path("data", paste0(name, ".csv")), row.names = FALSE, quote = FALSE, na = "")
  read.csv(file.path("data", paste0(name, ".csv")), stringsAsFactors = FALSE)
}
e <- election_pps[, c("Bush", "Kerry", "Nader", "votes")]
e$p <- exact(election_pps$p)
e$winner <- ifelse(e$Bush > e$Kerry, "Bush", "Kerry")
e$size <- ifelse(election_pps$TotPrecincts > 800, 1, 2)  # taken as strata; Overton's rule in R wants numbers
e <- export(e, "pps-election")
# The probabilities of mu284's first stage are made up; its second stage is as drawn.
# Rows are put in the order of the first-stage unit: survey 4.1-1 sorts the units'
# totals and not their probabilities (onestrat), and is right where they are sorted.
m <- mu284[order(mu284$id1), ]
m$p1 <- c(0.04, 0.07, 0.1, 0.15, 0.22)[match(m$id1, unique(mu284$id1))]
m$p2 <- exact(ave(m$id2, m$id1, FUN = function(x) length(unique(x))) / m$n2)
m$certain <- ifelse(m$id1 == unique(mu284$id1)[5], 1, m$p1)
m <- export(m, "pps-mu284")

out <- list(); now <- list()
one <- function(x) as.numeric(x)[1]
emit <- function(statistic, variable, n, estimate, se, df) {
  half <- qt(0.975, df) * se
  out[[length(out) + 1]] <<- data.frame(now, statistic, variable, category = "", quantile = "", interval = "", n = n,
    estimate = exact(estimate), se = exact(se), df = df, low = exact(estimate - half), high = exact(estimate + half), deff = "", deff_replace = "")
}
run <- function(d, file, fpc, pps, psu = "", strata = "", numbers, pairs, by = NULL) {
  all <- rep("", nrow(d$variables))
  for (b in c("", by)) {
    values <- if (b == "") all else as.character(d$variables[[b]])
    for (domain in sort(unique(values))) {
      here <- if (b == "") d else subset(d, values == domain)
      now <<- list(file = file, psu = psu, strata = strata, weights = "", fpc = fpc, lonely = "", replicates = "", mse = 0, pps = pps, by = b, domain = domain)
      rows <- if (b == "") seq_along(values) else which(values == domain)
      base <- d$variables[rows, ]
      units <- if (psu == "") rows else base[[strsplit(psu, ",")[[1]][1]]]
      df <- length(unique(units)) - (if (strata == "") 1 else length(unique(base[[strata]])))
      n <- nrow(base)
      for (v in numbers) {
        t <- svytotal(reformulate(v), here); emit("total", v, n, one(coef(t)), one(SE(t)), df)
        t <- svymean(reformulate(v), here); emit("mean", v, n, one(coef(t)), one(SE(t)), df)
      }
      for (p in pairs) {
        x <- strsplit(p, "/")[[1]]
        t <- svyratio(reformulate(x[1]), reformulate(x[2]), here); emit("ratio", p, n, one(coef(t)), one(SE(t)), df)
      }
    }
  }
}
numbers <- c("Bush", "Kerry", "Nader"); pairs <- c("Bush/votes", "Nader/votes")
mean_p <- sum(election$p^2) / 40
file <- "data/pps-election.csv"
for (s in c("", "size")) {
  strata <- if (s == "") NULL else ~size
  by <- if (s == "") "winner" else NULL
  run(svydesign(id = ~1, strata = strata, fpc = ~p, data = e, pps = "brewer"), file, "p", "brewer", strata = s, numbers = numbers, pairs = pairs, by = by)
  run(svydesign(id = ~1, strata = strata, fpc = ~p, data = e, pps = "overton"), file, "p", "overton", strata = s, numbers = numbers, pairs = pairs, by = by)
  run(svydesign(id = ~1, strata = strata, fpc = ~p, data = e, pps = HR()), file, "p", "hr", strata = s, numbers = numbers, pairs = pairs, by = by)
}
run(svydesign(id = ~1, fpc = ~p, data = e, pps = HR(mean_p)), file, "p", paste0("hr:", exact(mean_p)), numbers = numbers, pairs = pairs, by = "winner")
for (fpc in c("p1", "certain"))
  run(svydesign(id = ~id1 + id2, fpc = reformulate(c(fpc, "p2")), data = m, pps = "brewer"), "data/pps-mu284.csv", paste0(fpc, ",p2"), "brewer",
    psu = "id1,id2", numbers = "y1", pairs = NULL)
rows <- do.call(rbind, out)
for (column in names(rows)) if (is.character(rows[[column]])) rows[[column]] <- ifelse(grepl(",", rows[[column]]), paste0('"', rows[[column]], '"'), rows[[column]])
save_csv(rows, "estimate-pps.csv")
cat("estimate-pps.csv", nrow(rows), "rows\n")
