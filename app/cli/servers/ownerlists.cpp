#include "app/cli/servers/ownerlists.h"

#include "core/io/settings/instancesjson.h"
#include "core/io/store/encoding/applicationblob.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

constexpr Duration kFresh{45'000}; // a stream without events for longer counts as disconnected

/// A response whose parts are still arriving.
struct Coming
{
    std::optional<Instant> receivedAt{};
    qint64 count = 0;
    std::shared_ptr<DecodedApplicationList> list = std::make_shared<DecodedApplicationList>();
    bool isBroken = false;

    void take(const QCborMap &part)
    {
        if (part.contains(u"heardAt"_s)) {
            receivedAt = Instant(Duration(part.value(u"heardAt"_s).toInteger()));
            count = part.value(u"count"_s).toInteger();
            return;
        }
        auto applications = applicationsFrom(part.value(u"applications"_s).toByteArray());
        isBroken = isBroken || !applications;
        if (applications)
            list->applications.insert(list->applications.end(), std::make_move_iterator(applications->begin()),
                                      std::make_move_iterator(applications->end()));
    }

    [[nodiscard]] bool isOfNow(Instant now) const
    {
        return !isBroken && receivedAt && *receivedAt > now - kFresh && *receivedAt < now + kFresh
            && qint64(list->applications.size()) == count;
    }
};

} // namespace

std::unique_ptr<OwnerLists> OwnerLists::find(const Clock &clock)
{
    const auto place = ownerPlaceInUse();
    return place ? std::unique_ptr<OwnerLists>(new OwnerLists(*place, clock)) : nullptr;
}

OwnerLists::OwnerLists(const OwnerPlace &place, const Clock &clock)
    : m_clock(clock)
    , m_owner(place)
{
    m_owner.setDeadline(kPatience);
}

OwnerLists::~OwnerLists() = default;

void OwnerLists::ask(const Instance &instance, QObject *context, Then then)
{
    const auto coming = std::make_shared<Coming>();
    m_owner.ask(
        u"applications"_s, {{u"instance"_s, instancesToJson({instance})}}, context,
        [coming](const QCborMap &part) { coming->take(part); },
        [this, coming, then = std::move(then)](const Result<QCborMap> &answer) {
            const bool isOurs = m_owner.version() == QStringLiteral(LYNCEUS_VERSION);
            if (answer && isOurs && coming->isOfNow(m_clock.now()))
                then(Known{coming->list, *coming->receivedAt});
            else
                then(std::nullopt);
        });
}

} // namespace lynceus
