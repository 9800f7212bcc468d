#pragma once

#include "app/cli/options/optionreader.h"

namespace lynceus {

/// Reads the options of expectationoptions.h; errors are kept in @p reader.
[[nodiscard]] WaitOptions readExpectation(OptionReader &reader, const ParsedWords &words);

} // namespace lynceus
