# The colours of RColorBrewer and viridisLite, every family at every number of classes. Writes palettes.csv.
#   apt-get install r-base-core r-cran-rcolorbrewer r-cran-viridislite
#   Rscript Tests/Oracles/palettes/palettes.R
library(RColorBrewer)
library(viridisLite)
file <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
fixtures <- file.path(dirname(file), "..", "..", "CartographyTests", "Fixtures")
out <- file(file.path(fixtures, "palettes.csv"), "w")
writeLines("name,kind,classes,colours", out)
row <- function(name, kind, colours) {
  hex <- paste(tolower(substr(colours, 2, 7)), collapse = " ")
  writeLines(paste(name, kind, length(colours), hex, sep = ","), out)
}
kinds <- c(seq = "sequential", div = "diverging", qual = "qualitative")
for (name in rownames(brewer.pal.info)) for (n in 3:brewer.pal.info[name, "maxcolors"])
  row(name, kinds[[as.character(brewer.pal.info[name, "category"])]], brewer.pal(n, name))
for (name in c("viridis", "magma", "inferno", "plasma", "cividis")) for (n in 3:11)
  row(name, "sequential", get(name)(n))
close(out)
