#include "core/domain/argocd/decoders/decoders.h"

#include "core/domain/argocd/requests/applicationsetcontents.h"
#include "core/domain/argocd/responses/answer.h"
#include "core/domain/podimages/containerstatus.h"

#include <cstdlib>

using namespace lynceus;
using namespace Qt::StringLiterals;

namespace {

/// Errors have a message; values are not checked.
template<typename T>
void consume(const Result<T> &result)
{
    if (!result && result.error().message.isEmpty())
        std::abort();
}

/// @p which chooses the decoder, after which the files of the corpus are named.
void decode(Decoder &decoder, unsigned char which, const QByteArray &body)
{
    switch (which % 19) {
    case 0:
        return consume(decoder.applicationList(body, ApplicationDetail::Full));
    case 1:
        return consume(decoder.applicationList(body, ApplicationDetail::Summary));
    case 2:
        return consume(decoder.application(body));
    case 3:
        return consume(decoder.applicationEvent(body));
    case 4:
        return consume(decoder.resourceTree(body));
    case 5:
        return consume(decoder.resourceTreeEvent(body));
    case 6:
        return consume(decoder.managedResources(body));
    case 7:
        return consume(decoder.events(body));
    case 8:
        return consume(decoder.logLine(body));
    case 9:
        return consume(decoder.syncWindows(body));
    case 10:
        return consume(decoder.revisionMetadata(body));
    case 11:
        return consume(decoder.version(body));
    case 12:
        return consume(decoder.settings(body));
    case 13:
        consume(decoder.canI(body));
        return consume(decoder.userInfo(body));
    case 14:
        return consume(decoder.manifests(body, {u"apps"_s, u"Deployment"_s, u"shop"_s, u"shop-web"_s}));
    case 15:
        return consume(decoder.resourceManifest(body));
    case 16:
        return consume(decoder.containerNames(body));
    case 17:
        consume(applicationSetContents(body));
        return consume(decoder.applicationSet(body));
    case 18:
        return consume(containerStatuses(body));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray body(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    static Decoder decoder; // reused as in the product, so that one body must not affect the next
    decode(decoder, data[0], body);
    // With spare capacity, the body is parsed in place, which is another code path.
    auto roomy = body;
    roomy.reserve(body.size() + 256);
    decode(decoder, data[0], roomy);
    std::ignore = isCompleteJson(body, data[0] % 2 == 0 ? BodyForm::OneValue : BodyForm::Lines);
    std::ignore = errorMessageIn(body);
    return 0;
}
