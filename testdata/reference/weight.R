# Weights adjusted by R survey, and estimates after that. A case is a design and
# what is done to it, in words that the tests read:
#
#   post:V[*V2]   rake:V|V2   linear:, raking:, logit: of V|V2|number   trim: or trimonce:
#
# weight-margins.csv has the counts and totals, weight-weights.csv some of the
# weights, weight-estimates.csv estimates with standard errors.
#
#   Rscript weight.R          (in this folder; R 4.2.2, survey 4.1-1)
suppressPackageStartupMessages({library(survey); library(sampling)})
source("write.R")
data(api)
pop <- list(api = apipop)
names(pop$api) <- gsub(".", "_", names(pop$api), fixed = TRUE)
pop$api$comp <- as.numeric(pop$api$comp_imp == "Yes")
pop$api$awards1 <- as.numeric(pop$api$awards == "Yes")
categories <- c("large", "wooded", "comp")  # numbers that are categories
data(belgianmunicipalities); data(swissmunicipalities)
pop$belgium <- belgianmunicipalities
pop$belgium$large <- as.numeric(pop$belgium$Tot04 > 15000)
pop$swiss <- swissmunicipalities
pop$swiss$wooded <- as.numeric(pop$swiss$Surfacesbois > pop$swiss$Surfacescult)
read <- function(f) read.csv(file.path("data", paste0(f, ".csv")), stringsAsFactors = FALSE)
options(survey.lonely.psu = "adjust")
designs <- list(
  srs      = list("apisrs", "api", "", "", "pw", "fpc"),
  strat    = list("apistrat", "api", "", "stype", "pw", "fpc"),
  clus1    = list("apiclus1", "api", "dnum", "", "pw", "fpc"),
  clus1raw = list("apiclus1", "api", "dnum", "", "equal", ""),
  clus2    = list("apiclus2", "api", "dnum,snum", "", "pw", "fpc1,fpc2"),
  belgium  = list("belgian-sample", "belgium", "Arrondiss,INS", "Province", "", "n1,n2"),
  swiss    = list("swiss-sample", "swiss", "", "REG", "", "n"))
make <- function(x) {
  d <- read(x[[1]])
  args <- list(ids = if (x[[3]] == "") ~1 else reformulate(strsplit(x[[3]], ",")[[1]]), data = d)
  if (x[[4]] != "") args$strata <- reformulate(x[[4]])
  if (x[[5]] == "equal") args$weights <- ~one
  if (x[[5]] == "equal") args$data$one <- 1
  if (x[[5]] %in% names(d)) args$weights <- reformulate(x[[5]])
  if (x[[6]] != "") args$fpc <- reformulate(strsplit(x[[6]], ",")[[1]])
  do.call(svydesign, args)
}
counts <- function(p, v) { t <- as.data.frame(table(p[, v], dnn = v)); if (length(v) == 1) names(t)[1] <- v; t[t$Freq > 0, ] }
margins <- list()
note_margin <- function(case, v, t) for (i in seq_len(nrow(t))) margins[[length(margins) + 1]] <<-
  data.frame(case, variable = paste(v, collapse = "*"), category = paste(sapply(t[i, v, drop = FALSE], as.character), collapse = "*"), count = exact(t$Freq[i]))
note_total <- function(case, v, n) margins[[length(margins) + 1]] <<- data.frame(case, variable = v, category = "", count = exact(n))
adjust <- function(d, case, p, what, bounds, variance, trim) {
  method <- sub(":.*", "", what)
  terms <- strsplit(sub("[^:]*:", "", what), "|", fixed = TRUE)[[1]]
  cells <- function(t) strsplit(t, "*", fixed = TRUE)[[1]]
  if (method == "post") { t <- counts(p, cells(terms)); note_margin(case, cells(terms), t); d <- postStratify(d, reformulate(cells(terms)), t) }
  if (method == "rake") {
    ts <- lapply(terms, function(t) counts(p, t))
    for (i in seq_along(terms)) note_margin(case, terms[i], ts[[i]])
    d <- rake(d, lapply(terms, reformulate), ts, control = list(maxit = 3000, epsilon = 1e-14))
  }
  if (method %in% c("linear", "raking", "logit")) {
    numeric <- sapply(terms, function(t) is.numeric(p[[t]]) && !(t %in% categories))
    for (t in terms) if (numeric[t]) note_total(case, t, sum(p[[t]])) else note_margin(case, t, counts(p, t))
    f <- paste(ifelse(numeric, terms, paste0("factor(", terms, ")")), collapse = "+")
    f <- as.formula(paste("~", f, if (all(numeric)) "-1" else ""))
    total <- colSums(model.matrix(f, p))
    d <- calibrate(d, f, total, calfun = method, bounds = bounds, variance = variance, epsilon = 1e-11, maxit = 500)
  }
  if (trim[1] != "") {
    b <- as.numeric(strsplit(trim[2], ",")[[1]])
    d <- trimWeights(d, lower = b[1], upper = b[2], strict = trim[1] == "trim")
  }
  d
}
variables <- list(api = c("api00", "api99", "meals", "awards1"), belgium = c("averageincome", "Men04", "large"), swiss = c("POPTOT", "Surfacesbois", "wooded"))
by <- c(api = "comp", belgium = "large", swiss = "wooded")
ratio <- list(api = c("api00", "meals"), belgium = c("Men04", "Women04"), swiss = c("H00PTOT", "POPTOT"))
cases <- list(); weights_out <- list(); estimates <- list()
run <- function(design, what, bounds = c(-Inf, Inf), variance = NULL, trim = c("", ""), replicates = "", mse = FALSE) {
  x <- designs[[design]]; p <- pop[[x[[2]]]]
  case <- length(cases) + 1
  d <- make(x)
  if (replicates != "") d <- as.svrepdesign(d, type = replicates, mse = mse)
  before <- length(margins)
  a <- tryCatch(suppressWarnings(suppressMessages(adjust(d, case, p, what, bounds, variance, trim))), error = function(e) { message(design, " ", what, ": ", conditionMessage(e)); NULL })
  if (is.null(a)) { margins <<- margins[seq_len(before)]; return(invisible()) }  # no weights exist within the bounds
  cases[[case]] <<- data.frame(case, file = paste0("data/", x[[1]], ".csv"), psu = gsub(",", ";", x[[3]]), strata = x[[4]], weights = x[[5]], fpc = gsub(",", ";", x[[6]]),
    what, low = if (is.finite(bounds[1])) bounds[1] else "", high = if (is.finite(bounds[2])) bounds[2] else "", variance = if (is.null(variance)) "" else sub("[^:]*:", "", what),
    trim = trim[1], trim_bounds = gsub(",", ";", trim[2]), replicates = tolower(replicates), mse = as.numeric(mse))
  w <- weights(a, "sampling")
  for (i in unique(round(seq(1, length(w), length.out = 25)))) weights_out[[length(weights_out) + 1]] <<- data.frame(case, row = i, weight = exact(w[i]))
  keep <- function(statistic, variable, domain, e) estimates[[length(estimates) + 1]] <<-
    data.frame(case, statistic, variable, domain, estimate = exact(as.numeric(coef(e))[1]), se = exact(as.numeric(SE(e))[1]))
  for (v in variables[[x[[2]]]]) {
    keep("mean", v, "", svymean(reformulate(v), a, na.rm = TRUE))
    keep("total", v, "", svytotal(reformulate(v), a, na.rm = TRUE))
  }
  r <- ratio[[x[[2]]]]
  keep("ratio", paste(r, collapse = "/"), "", svyratio(reformulate(r[1]), reformulate(r[2]), a, na.rm = TRUE))
  b <- by[[x[[2]]]]
  for (g in 0:1) {
    here <- a[a$variables[[b]] == g, ]
    keep("mean", variables[[x[[2]]]][1], paste0(b, "=", g), svymean(reformulate(variables[[x[[2]]]][1]), here, na.rm = TRUE))
    keep("total", variables[[x[[2]]]][2], paste0(b, "=", g), svytotal(reformulate(variables[[x[[2]]]][2]), here, na.rm = TRUE))
  }
}
for (d in c("srs", "strat", "clus1", "clus2")) {
  run(d, "post:sch_wide"); run(d, "post:comp")
  if (d != "clus1") run(d, "post:stype*sch_wide")
  run(d, "rake:stype|sch_wide"); run(d, "rake:sch_wide|comp|stype")
  run(d, "linear:stype|api99"); run(d, "linear:stype|sch_wide|comp"); run(d, "linear:stype|sch_wide", c(.8, 1.25))
  run(d, "raking:stype|sch_wide"); run(d, "raking:stype|api99"); run(d, "raking:stype|sch_wide", c(.7, 1.5))
  run(d, "logit:stype|sch_wide", c(.6, 1.7)); run(d, "logit:stype|api99", c(.4, 2.5))
  run(d, "linear:api99", variance = 1); run(d, "linear:api_stu", variance = 1)
}
run("clus1raw", "logit:stype|sch_wide", c(.5, 2)); run("clus1raw", "linear:stype|sch_wide", c(.5, 2)); run("clus1raw", "raking:stype|sch_wide")
run("clus1raw", "rake:stype|sch_wide"); run("clus1raw", "linear:stype|sch_wide")
run("belgium", "linear:Tot04", variance = 1); run("belgium", "raking:Tot04"); run("belgium", "linear:large|Tot04"); run("belgium", "logit:large|Tot04", c(.2, 4))
run("belgium", "post:large"); run("belgium", "rake:large")
run("swiss", "linear:H00PTOT", variance = 1); run("swiss", "linear:wooded|H00PTOT"); run("swiss", "raking:wooded|H00PTOT", c(.1, 5)); run("swiss", "post:wooded")
run("strat", "rake:stype|sch_wide", trim = c("trim", "14,45")); run("strat", "rake:stype|sch_wide", trim = c("trimonce", "16,40"))
run("clus1", "raking:stype|api99", trim = c("trim", "20,50")); run("clus1", "linear:stype|sch_wide", trim = c("trimonce", "25,45"))
run("srs", "post:stype*sch_wide", trim = c("trim", "29,33")); run("clus2", "rake:stype|sch_wide", trim = c("trim", "10,150"))
run("clus2", "post:stype", trim = c("trimonce", "0,100")); run("strat", "none:", trim = c("trim", "16,40"))
for (m in c(FALSE, TRUE)) {
  run("clus1", "post:comp", replicates = "JK1", mse = m); run("clus1", "rake:stype|sch_wide", replicates = "JK1", mse = m)
  run("clus1", "linear:stype|api99", replicates = "JK1", mse = m); run("clus1", "raking:stype|sch_wide", replicates = "JK1", mse = m)
  run("strat", "post:comp", replicates = "JKn", mse = m); run("strat", "logit:comp|sch_wide", c(.5, 2), replicates = "JKn", mse = m)
  run("strat", "linear:api99", variance = 1, replicates = "JKn", mse = m)
}
save_csv(do.call(rbind, cases), "weight-cases.csv")
save_csv(do.call(rbind, margins), "weight-margins.csv")
save_csv(do.call(rbind, weights_out), "weight-weights.csv")
save_csv(do.call(rbind, estimates), "weight-estimates.csv")
