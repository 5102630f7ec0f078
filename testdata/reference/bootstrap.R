# Bootstrap weights that R survey drew, in data files of their own, and what it
# estimates from them: Canty and Davison, Rao and Wu (subbootstrap), and Preston's
# of several stages (mrbbootstrap). The form is that of estimate-*.csv.
#
#   Rscript bootstrap.R          (in this folder; R 4.2.2, survey 4.1-1)
suppressPackageStartupMessages(library(survey))
source("write.R")
data(api)
set.seed(56, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
out <- list()
one <- function(x) as.numeric(x)[1]
run <- function(d, name, columns) {
  w <- weights(d, "analysis")
  colnames(w) <- paste0("rep", seq_len(ncol(w)))
  data <- cbind(d$variables[, columns], w = exact(weights(d, "sampling")), apply(w, 2, exact))
  names(data) <- gsub(".", "_", names(data), fixed = TRUE)
  write.csv(data, file.path("data", paste0("boot-", name, ".csv")), row.names = FALSE, quote = FALSE, na = "")
  stopifnot(length(unique(d$rscales)) == 1)
  for (mse in c(FALSE, TRUE)) for (domain in c("", sort(unique(as.character(d$variables$stype))))) {
    here <- if (domain == "") d else subset(d, stype == domain)
    here$mse <- mse
    df <- degf(here)
    emit <- function(statistic, variable, m) {
      e <- one(coef(m)); se <- one(SE(m)); half <- qt(0.975, df) * se
      out[[length(out) + 1]] <<- data.frame(file = paste0("data/boot-", name, ".csv"), psu = "", strata = "", weights = "w", fpc = "", lonely = "",
        replicates = paste0("given:rep:", exact(d$scale * d$rscales[1])), mse = as.numeric(mse), pps = "", by = if (domain == "") "" else "stype", domain = domain,
        statistic, variable, category = "", quantile = "", interval = "", n = nrow(here$variables), estimate = exact(e), se = exact(se), df = df,
        low = exact(e - half), high = exact(e + half), deff = "", deff_replace = "")
    }
    for (v in intersect(c("api00", "enroll"), columns)) { emit("mean", v, svymean(reformulate(v), here)); emit("total", v, svytotal(reformulate(v), here)) }
    emit("ratio", "api00/api99", svyratio(~api00, ~api99, here))
  }
}
columns <- c("stype", "api99", "api00", "enroll")
clus1 <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
strat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat)
clus2 <- svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = apiclus2)  # enroll is missing of some
run(as.svrepdesign(clus1, type = "bootstrap", replicates = 20, compress = FALSE), "canty", columns)
run(as.svrepdesign(strat, type = "bootstrap", replicates = 20, compress = FALSE), "canty-strata", columns)
run(as.svrepdesign(strat, type = "subbootstrap", replicates = 20, compress = FALSE), "rao-wu", columns)
run(as.svrepdesign(clus2, type = "mrbbootstrap", replicates = 20, compress = FALSE), "preston", c("stype", "api99", "api00"))
rows <- do.call(rbind, out)
save_csv(rows, "estimate-bootstrap.csv")
cat("estimate-bootstrap.csv", nrow(rows), "rows\n")
