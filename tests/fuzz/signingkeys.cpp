// Input: the keys of an OpenID provider, an empty line, and a token whose signature is checked with the keys.

#include "core/io/signin/signingkeys.h"

#include <cstdint>
#include <cstdlib>

using namespace lynceus;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto end = input.indexOf("\n\n");
    const auto keys = SigningKeys::fromJson(input.first(end < 0 ? input.size() : end));
    if (!keys) {
        if (keys.error().message.isEmpty())
            std::abort();
        return 0;
    }
    if (keys->isEmpty())
        std::abort();
    const auto checked = keys->checkSignature(end < 0 ? QByteArray() : input.sliced(end + 2));
    if (!checked && checked.error().message.isEmpty())
        std::abort();
    return 0;
}
