// HarfBuzz and fontconfig, loaded on first use: they come with librsvg, and only pictures need them.
#pragma once
