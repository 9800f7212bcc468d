#pragma once

#include "core/domain/argocd/decoders/decoders.h"

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace lynceus {

/// A decoder and a document that has exactly the fields that the decoder reads.
struct DecoderCase
{
    std::string name;
    std::string document;
    std::function<std::optional<Error>(Decoder &, const QByteArray &)> decode; ///< for lists: the first invalid item
};

void PrintTo(const DecoderCase &tested, std::ostream *stream);

[[nodiscard]] std::vector<DecoderCase> decoderCases();

} // namespace lynceus
