# Estimates from R survey over the data sets that it and sampling ship, in long
# form: a row of estimate-*.csv is what one line of `stikprove estimate` prints.
#
#   Rscript estimate.R          (in this folder; R 4.2.2, survey 4.1-1, sampling 2.9)
suppressPackageStartupMessages({library(survey); library(sampling)})
source("write.R")
seed <- function(n) set.seed(n, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
export <- function(d, name) {
  names(d) <- gsub(".", "_", names(d), fixed = TRUE)
  write.csv(d, file.path("data", paste0(name, ".csv")), row.names = FALSE, quote = FALSE, na = "")
  read.csv(file.path("data", paste0(name, ".csv")), stringsAsFactors = FALSE)
}

# The data: only the columns used.
data(api); data(mu284); data(scd); data(election); data(belgianmunicipalities); data(swissmunicipalities)
api <- function(d, design) {
  d$awards1 <- as.numeric(d$awards == "Yes")
  d$comp <- as.numeric(d$comp.imp == "Yes")
  d[, c(design, "stype", "sch.wide", "awards1", "comp", "api99", "api00", "enroll", "api.stu", "meals", "ell")]
}
sets <- list()
apisrs$sch <- apisrs$snum
sets$apisrs <- export(api(apisrs, c("pw", "fpc")), "apisrs")
sets$apistrat <- export(api(apistrat, c("pw", "fpc")), "apistrat")
sets$apiclus1 <- export(api(apiclus1, c("dnum", "pw", "fpc")), "apiclus1")
sets$apiclus2 <- export(api(apiclus2, c("dnum", "snum", "pw", "fpc1", "fpc2")), "apiclus2")
sets$mu284 <- export(mu284, "mu284")
sets$scd <- export(scd, "scd")
sets$election <- export(cbind(election_pps[, c("Bush", "Kerry", "Nader", "votes", "TotPrecincts")],
  w = election_pps$wt), "election")
# Belgium: two arrondissements of each province, four communes of each; a
# province with one arrondissement is sampled whole at the first stage.
seed(589)
b <- belgianmunicipalities
b$n1 <- ave(b$Arrondiss, b$Province, FUN = function(a) length(unique(a)))
b$n2 <- ave(b$INS, b$Arrondiss, FUN = length)
chosen <- unlist(tapply(b$Arrondiss, b$Province, function(a) { u <- unique(a); u[sample.int(length(u), min(2, length(u)))] }))
rows <- unlist(lapply(sort(chosen), function(a) { r <- which(b$Arrondiss == a); r[sample.int(length(r), min(4, length(r)))] }))
b <- b[rows, c("Province", "Arrondiss", "INS", "n1", "n2", "Tot04", "Men04", "Women04", "averageincome")]
b$large <- as.numeric(b$Tot04 > 15000)
sets$belgium <- export(b, "belgian-sample")
# Switzerland: 15 communes of each region, and one of the last.
seed(2896)
sw <- swissmunicipalities
sw$n <- ave(sw$COM, sw$REG, FUN = length)
rows <- unlist(lapply(1:7, function(r) { w <- which(sw$REG == r); w[sample.int(length(w), if (r == 7) 1 else 15)] }))
sw <- sw[rows, c("REG", "n", "POPTOT", "H00PTOT", "Surfacesbois", "Surfacescult")]
sw$wooded <- as.numeric(sw$Surfacesbois > sw$Surfacescult)
sets$swiss <- export(sw, "swiss-sample")
sets$clusters <- read.csv("clusters.csv", stringsAsFactors = FALSE)
files <- c(apisrs = "data/apisrs.csv", apistrat = "data/apistrat.csv", apiclus1 = "data/apiclus1.csv", apiclus2 = "data/apiclus2.csv",
  mu284 = "data/mu284.csv", scd = "data/scd.csv", election = "data/election.csv", belgium = "data/belgian-sample.csv",
  swiss = "data/swiss-sample.csv", clusters = "clusters.csv")

# A design in the words of the flags.
parts <- function(s) if (s == "") NULL else strsplit(s, ",")[[1]]
formula_of <- function(s) if (is.null(parts(s))) NULL else reformulate(parts(s))
design <- function(data, psu = "", strata = "", weights = "", fpc = "") {
  d <- sets[[data]]
  d$row_ <- seq_len(nrow(d))
  ids <- parts(psu)
  if (length(parts(fpc)) > length(ids)) ids <- c(ids, "row_")
  args <- list(ids = if (is.null(ids)) ~1 else reformulate(ids), data = d)
  if (strata != "") args$strata <- formula_of(strata)
  if (weights != "") args$weights <- formula_of(weights)
  if (fpc != "") args$fpc <- formula_of(fpc)
  if (weights == "" && fpc == "") args$weights <- ~1
  do.call(svydesign, args)
}

out <- list()
now <- list()          # the design and the domain at hand
emit <- function(statistic, variable, category = "", quantile = NA, interval = "", n, estimate, se = NA, df = NA, low = NA, high = NA,
                 deff = NA, replace = NA)
  out[[length(out) + 1]] <<- data.frame(now, statistic, variable, category, quantile = exact(quantile), interval, n = n,
    estimate = exact(estimate), se = exact(se), df = exact(df), low = exact(low), high = exact(high), deff = exact(deff), deff_replace = exact(replace))
one <- function(x) as.numeric(x)[1]
t_interval <- function(m, df) as.numeric(confint(m, df = df))[1:2]
weighted <- function(d) sum(weights(d, "sampling") != 0)
finite <- function(x) ifelse(is.finite(x), x, NA)

linear <- function(d, numbers) for (v in numbers) {
  here <- d[!is.na(d$variables[[v]]), ]
  df <- degf(here)
  f <- reformulate(v)
  for (what in c("mean", "total")) {
    fun <- if (what == "mean") svymean else svytotal
    m <- suppressWarnings(fun(f, here, deff = TRUE))
    r <- fun(f, here, deff = "replace")
    ci <- t_interval(m, df)
    emit(what, v, n = weighted(here), estimate = one(coef(m)), se = one(SE(m)), df = df, low = ci[1], high = ci[2],
      deff = finite(one(deff(m))), replace = finite(one(deff(r))))
  }
}
ratios <- function(d, pairs) for (p in pairs) {
  v <- strsplit(p, "/")[[1]]
  here <- d[!is.na(d$variables[[v[1]]]) & !is.na(d$variables[[v[2]]]), ]
  df <- degf(here)
  r <- svyratio(reformulate(v[1]), reformulate(v[2]), here)
  ci <- t_interval(r, df)
  emit("ratio", p, n = weighted(here), estimate = one(coef(r)), se = one(SE(r)), df = df, low = ci[1], high = ci[2])
}
quantiles <- function(d, numbers, ps = c(.1, .25, .5, .75, .9)) for (v in numbers) {
  here <- d[!is.na(d$variables[[v]]), ]
  q <- svyquantile(reformulate(v), here, ps, ci = TRUE)[[1]]
  for (i in seq_along(ps)) emit("quantile", v, quantile = ps[i], n = weighted(here), estimate = q[i, 1], se = finite(q[i, 4]),
    df = degf(here), low = finite(q[i, 2]), high = finite(q[i, 3]))
}
variances <- function(d, numbers) for (v in numbers) {
  here <- d[!is.na(d$variables[[v]]), ]
  m <- svyvar(reformulate(v), here)
  emit("variance", v, n = weighted(here), estimate = one(m), se = one(SE(m)), df = degf(here))
}
# R survey of this version has no Wilson interval; it is the score interval with
# the effective sample size p(1-p)/v and t in place of z. Clopper and Pearson's
# is that of binom.test with n / deff (deff against p(1-p)/(n-1)), scaled by the
# squared ratio of t quantiles.
more_intervals <- function(p, v, n, df, level) {
  a <- (1 - level) / 2
  t <- qt(1 - a, df)
  e <- p * (1 - p) / v
  wilson <- (p + t^2 / (2 * e) + c(-1, 1) * t * sqrt(p * (1 - p) / e + t^2 / (4 * e^2))) / (1 + t^2 / e)
  e <- n * (p * (1 - p) / (n - 1)) / v * (qt(a, n - 1) / qt(a, df))^2
  list(wilson = wilson, `clopper-pearson` = c(qbeta(a, e * p, e * (1 - p) + 1), qbeta(1 - a, e * p + 1, e * (1 - p))))
}
proportions <- function(d, variables, methods = TRUE, level = 0.95) for (v in variables) {
  here <- d[!is.na(d$variables[[v]]), ]
  df <- degf(here)
  n <- weighted(here)
  values <- sort(unique(as.character(here$variables[[v]])))
  if (all(values %in% c("0", "1"))) values <- "1"
  for (value in values) {
    here$variables$hit_ <- as.numeric(as.character(here$variables[[v]]) == value)
    m <- suppressWarnings(svymean(~hit_, here, deff = TRUE))
    r <- svymean(~hit_, here, deff = "replace")
    p <- one(coef(m)); se <- one(SE(m))
    if (p <= 1e-12 || p >= 1 - 1e-12 || se < 1e-12) next
    method <- function(name, ci) emit("proportion", v, value, interval = name, n = n, estimate = p, se = se, df = df,
      low = ci[1], high = ci[2], deff = finite(one(deff(m))), replace = finite(one(deff(r))))
    for (name in if (methods) c("logit", "likelihood", "asin", "beta", "mean", "xlogit") else c("beta")) {
      if (name == "likelihood" && (inherits(here, "svyrep.design") || min(p, 1 - p) * n < 5)) next
      ci <- try(suppressWarnings(attr(svyciprop(~hit_, here, method = name, level = level, df = df), "ci")), silent = TRUE)
      if (!inherits(ci, "try-error") && !anyNA(ci)) method(name, as.numeric(ci))
    }
    if (methods) for (name in c("wilson", "clopper-pearson")) method(name, more_intervals(p, se^2, n, df, level)[[name]])
  }
}
everything <- function(d, numbers, pairs, shares, by = NULL, all = TRUE) {
  now$by <<- if (is.null(by)) "" else paste(by, collapse = ",")
  values <- if (is.null(by)) "" else do.call(paste, c(lapply(by, function(b) as.character(d$variables[[b]])), sep = ","))
  for (domain in sort(unique(values))) {
    now$domain <<- domain
    here <- if (domain == "") d else d[values == domain, ]
    if (domain != "" && (nrow(here$variables) < 3 || degf(here) < 1)) next
    linear(here, numbers)
    ratios(here, pairs)
    if (all) quantiles(here, numbers[1])
    proportions(here, shares, methods = all && domain == "")
    if (all && domain == "") variances(here, numbers[1])
  }
}
study <- function(data, psu = "", strata = "", weights = "", fpc = "", lonely = "", replicates = "", mse = FALSE, numbers, pairs = NULL,
                  shares = NULL, by = NULL, all = TRUE) {
  options(survey.lonely.psu = if (lonely == "") "fail" else lonely)
  d <- design(data, psu, strata, weights, fpc)
  if (replicates != "") {
    kind <- strsplit(replicates, ":")[[1]]
    d <- suppressWarnings(switch(kind[1], jk1 = as.svrepdesign(d, type = "JK1", mse = mse), jkn = as.svrepdesign(d, type = "JKn", mse = mse),
      brr = as.svrepdesign(d, type = "BRR", mse = mse), fay = as.svrepdesign(d, type = "Fay", fay.rho = as.numeric(kind[2]), mse = mse)))
  }
  now <<- list(file = files[[data]], psu = psu, strata = strata, weights = weights, fpc = fpc, lonely = lonely, replicates = replicates,
    mse = as.numeric(mse))
  everything(d, numbers, pairs, shares, NULL, all)
  for (b in by) everything(d, numbers, pairs, shares, b, all)
}
finish <- function(file) {
  rows <- do.call(rbind, out)
  for (column in names(rows)) if (is.character(rows[[column]])) rows[[column]] <- ifelse(grepl(",", rows[[column]]), paste0('"', rows[[column]], '"'), rows[[column]])
  save_csv(rows, file)
  cat(file, nrow(rows), "rows\n")
  out <<- list()
}

schools <- list(numbers = c("api00", "enroll"), pairs = c("api00/api99", "api_stu/enroll"), shares = c("stype", "awards1"))
with_schools <- function(..., by = list("stype", c("stype", "sch_wide"))) do.call(study, c(list(...), schools, list(by = by)))
with_schools(data = "apisrs", fpc = "fpc")
with_schools(data = "apisrs", weights = "pw", fpc = "fpc")
with_schools(data = "apisrs", weights = "pw")
with_schools(data = "apisrs")
with_schools(data = "apistrat", strata = "stype", fpc = "fpc", by = list("sch_wide"))
with_schools(data = "apistrat", strata = "stype", weights = "pw", by = list("sch_wide", "awards1"))
with_schools(data = "apiclus1", psu = "dnum", weights = "pw", fpc = "fpc")
with_schools(data = "apiclus1", psu = "dnum", fpc = "fpc", by = list("stype"))
with_schools(data = "apiclus1", psu = "dnum", weights = "pw")
with_schools(data = "apiclus2", psu = "dnum,snum", fpc = "fpc1,fpc2")
with_schools(data = "apiclus2", psu = "dnum", fpc = "fpc1,fpc2", by = list("stype"))
with_schools(data = "apiclus2", psu = "dnum,snum", weights = "pw", by = list("stype"))
study("mu284", psu = "id1,id2", fpc = "n1,n2", numbers = "y1")
study("scd", strata = "ESA", numbers = c("alive", "arrests"), pairs = "alive/arrests", all = FALSE)
study("election", weights = "w", numbers = c("Bush", "Kerry", "Nader"), pairs = c("Bush/votes", "Kerry/votes"))
study("belgium", psu = "Arrondiss,INS", strata = "Province", fpc = "n1,n2", lonely = "remove", numbers = c("Tot04", "averageincome"),
  pairs = "Men04/Women04", shares = "large", by = list("Province"))
study("clusters", psu = "office", strata = "region", weights = "weight", numbers = c("requests", "hours"), pairs = "requests/hours",
  shares = c("condition", "combination"), by = list("industry", c("condition", "combination")))
study("clusters", numbers = c("requests", "hours"), pairs = "requests/hours", shares = c("condition", "combination"))
finish("estimate-linear.csv")

# One PSU in a stratum.
for (lonely in c("remove", "certainty", "adjust", "average")) {
  study("swiss", strata = "REG", fpc = "n", lonely = lonely, numbers = c("POPTOT", "H00PTOT"), pairs = "H00PTOT/POPTOT", shares = "wooded",
    by = list("wooded"), all = FALSE)
  study("belgium", psu = "Arrondiss,INS", strata = "Province", fpc = "n1,n2", lonely = lonely, numbers = "Tot04", pairs = "Men04/Women04", all = FALSE)
  study("belgium", psu = "Arrondiss", strata = "Province", lonely = lonely, numbers = "Tot04", pairs = "Men04/Women04", all = FALSE)
}
finish("estimate-lonely.csv")

# Replicate weights that follow from the design.
for (mse in c(FALSE, TRUE)) {
  rep_schools <- function(..., by = list("stype")) do.call(study, c(list(...), schools, list(by = by, mse = mse)))
  rep_schools(data = "apiclus1", psu = "dnum", fpc = "fpc", weights = "pw", replicates = "jk1")
  rep_schools(data = "apiclus1", psu = "dnum", weights = "pw", replicates = "jk1")
  rep_schools(data = "apistrat", strata = "stype", weights = "pw", replicates = "jkn", by = list("sch_wide"))
  rep_schools(data = "apistrat", strata = "stype", weights = "pw", fpc = "fpc", replicates = "jkn", by = list("sch_wide"))
  study("clusters", psu = "office", strata = "region", weights = "weight", replicates = "jkn", numbers = c("requests", "hours"),
    pairs = "requests/hours", shares = "condition", by = list("industry"), mse = mse)
  for (kind in c("brr", "fay:0.3", "fay:0.5")) {
    study("scd", strata = "ESA", replicates = kind, numbers = c("alive", "arrests"), pairs = "alive/arrests", all = FALSE, mse = mse)
    study("apistrat", strata = "stype", weights = "pw", replicates = kind, numbers = c("api00", "enroll"),
      pairs = c("api00/api99", "api_stu/enroll"), shares = "awards1", by = list("sch_wide"), all = FALSE, mse = mse)
  }
}
finish("estimate-replicates.csv")

# Totals with what is known of the whole population: the ratio, the ratio in
# each stratum, the regression and the post-stratified estimate.
data(api)
known <- list(api99 = sum(apipop$api99), count = nrow(apipop), meals = sum(apipop$meals),
  stype = table(apipop$stype), api99_by = tapply(apipop$api99, apipop$stype, sum), awards = table(as.numeric(apipop$awards == "Yes")))
out <- list()
assisted <- function(data, psu = "", strata = "", weights = "", fpc = "", replicates = "") {
  options(survey.lonely.psu = "fail")
  d <- design(data, psu, strata, weights, fpc)
  if (replicates != "") d <- suppressWarnings(as.svrepdesign(d, type = c(jk1 = "JK1", jkn = "JKn")[[replicates]]))
  now <<- list(file = files[[data]], psu = psu, strata = strata, weights = weights, fpc = fpc, replicates = replicates)
  add <- function(model, auxiliary, groups, variable, estimate, se) out[[length(out) + 1]] <<- data.frame(now, model, auxiliary, groups,
    variable, estimate = exact(estimate), se = exact(se), df = degf(d))
  plain <- function(x) formatC(x, digits = 17, format = "g", width = 1)
  for (v in c("api00", "api_stu", "ell")) {
    r <- predict(svyratio(reformulate(v), ~api99, d), total = known$api99)
    add("ratio", paste0("api99=", plain(known$api99)), "", v, one(r$total), one(r$se))
    g <- calibrate(d, ~api99, c(`(Intercept)` = known$count, api99 = known$api99))
    m <- svytotal(reformulate(v), g)
    add("regression", paste0("count=", known$count, ";api99=", plain(known$api99)), "", v, one(coef(m)), one(SE(m)))
    g <- calibrate(d, ~api99 + meals, c(`(Intercept)` = known$count, api99 = known$api99, meals = known$meals))
    m <- svytotal(reformulate(v), g)
    add("regression", paste0("count=", known$count, ";api99=", plain(known$api99), ";meals=", plain(known$meals)), "", v, one(coef(m)), one(SE(m)))
    g <- postStratify(d, ~stype, data.frame(stype = names(known$stype), Freq = as.numeric(known$stype)))
    m <- svytotal(reformulate(v), g)
    add("poststratified", paste0(names(known$stype), "=", known$stype, collapse = ";"), "stype", v, one(coef(m)), one(SE(m)))
    g <- postStratify(d, ~awards1, data.frame(awards1 = c(0, 1), Freq = as.numeric(known$awards)))
    m <- svytotal(reformulate(v), g)
    add("poststratified", paste0(names(known$awards), "=", known$awards, collapse = ";"), "awards1", v, one(coef(m)), one(SE(m)))
  }
  if (strata == "stype" && replicates == "") for (v in c("api00", "api_stu", "ell", "meals", "comp")) {
    r <- predict(svyratio(reformulate(v), ~api99, d, separate = TRUE), total = as.list(known$api99_by))
    add("separate", paste0("api99@", names(known$api99_by), "=", plain(known$api99_by), collapse = ";"), "stype", v, one(r$total), one(r$se))
  }
}
assisted("apisrs", fpc = "fpc")
assisted("apisrs", weights = "pw")
assisted("apistrat", strata = "stype", fpc = "fpc")
assisted("apistrat", strata = "stype", weights = "pw")
assisted("apiclus1", psu = "dnum", fpc = "fpc")
assisted("apiclus1", psu = "dnum", weights = "pw", replicates = "jk1")
assisted("apistrat", strata = "stype", weights = "pw", replicates = "jkn")
finish("estimate-assisted.csv")
