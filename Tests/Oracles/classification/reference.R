# R's own pretty(), quantile() and geometric progression, and classInt's head/tail breaks. Writes reference.csv.
library(classInt)
file <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
fixtures <- file.path(dirname(file), "..", "..", "ClassificationTests", "Fixtures")
values <- read.csv(file.path(fixtures, "values.csv"), stringsAsFactors = FALSE)
out <- file(file.path(fixtures, "reference.csv"), "w")
words <- function(x) paste(sprintf("%.17g", x), collapse = " ")
writeLines("column,method,classes,breaks", out)
for (column in unique(values$column)) {
  x <- as.numeric(values$value[values$column == column])
  for (n in c(2, 3, 4, 5, 6, 7, 9, 12)) {
    writeLines(paste(column, "pretty", n, words(pretty(x, n)), sep = ","), out)
    q <- unique(quantile(x, (1:n) / n, type = 7, names = FALSE))
    if (length(q) == n) writeLines(paste(column, "quantile", n, words(q), sep = ","), out)
    if (min(x) > 0) writeLines(paste(column, "geometric", n, words(min(x) * (max(x) / min(x))^((1:n) / n)), sep = ","), out)
  }
  if (!column %in% c("tiny", "huge")) {
    h <- classIntervals(x, style = "headtails", thr = 0.4)$brks
    writeLines(paste(column, "headtail", 5, words(h[-1]), sep = ","), out)
  }
}
# Intervals where pretty() has to think: around zero, far from zero, narrow, one-sided, extreme.
cases <- list(c(0, 1), c(0, 10), c(-1, 1), c(-3, 0), c(0, 0.07), c(1e9, 1e9 + 1), c(99, 101), c(0.1, 0.9), c(-7.3, 12.9),
  c(1e-10, 3e-10), c(1, 1e6), c(0, 3), c(0, 7), c(0, 23), c(1234.5, 9876.5), c(-0.001, 0.0023), c(5, 5.0000001),
  c(1e15, 1e15 + 2), c(0, 1e300), c(-1e308, 1e308))
for (x in cases) for (n in c(1, 2, 3, 5, 8, 10, 20))
  writeLines(paste(paste(sprintf("%.17g", x), collapse = " "), "pretty", n, words(pretty(x, n)), sep = ","), out)
close(out)
