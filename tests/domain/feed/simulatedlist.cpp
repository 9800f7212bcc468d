#include "tests/domain/feed/simulatedlist.h"

using namespace Qt::StringLiterals;

namespace lynceus::test {

namespace {

constexpr int kNames = 6; // few, so that names are used again

std::string formOf(const Application &application)
{
    return u"%1 %2 %3"_s.arg(nameOf(application.health.status), application.summaryImages.join(u','))
        .arg(application.createdAt ? application.createdAt->time_since_epoch().count() : 0)
        .toStdString();
}

} // namespace

ListedForm listedForm(const Snapshot &snapshot)
{
    ListedForm form;
    for (const auto &entry : snapshot.entries())
        form[entry.key.name.toStdString()] = formOf(*entry.application);
    return form;
}

SimulatedList::SimulatedList(quint32 seed)
    : m_random(seed)
{ }

int SimulatedList::random(int least, int most)
{
    return std::uniform_int_distribution(least, most)(m_random);
}

void SimulatedList::report(ApplicationEvent::Type type, const Application &application)
{
    m_underWay.push_back({type, application});
}

void SimulatedList::change()
{
    m_version += random(1, 3);
    const auto name = u"app-%1"_s.arg(random(0, kNames - 1));
    const auto found = m_applications.find(name);
    if (found == m_applications.end()) {
        Application fresh;
        fresh.name = name;
        fresh.nameSpace = u"argocd"_s;
        fresh.uid = u"uid-%1"_s.arg(++m_uid);
        fresh.resourceVersion = QString::number(m_version);
        fresh.createdAt = Instant(Duration(m_version / 4 * 1'000)); // several versions share a second
        m_applications.emplace(name, fresh);
        return report(ApplicationEvent::Type::Added, fresh);
    }
    auto &application = found->second;
    application.resourceVersion = QString::number(m_version);
    if (random(0, 4) == 0) {
        report(ApplicationEvent::Type::Deleted, application);
        m_applications.erase(found);
        return;
    }
    application.health.status = random(0, 1) == 0 ? HealthStatus::Healthy : HealthStatus::Degraded;
    application.summaryImages = {u"web:%1"_s.arg(random(0, 3))};
    report(ApplicationEvent::Type::Modified, application);
}

std::vector<Application> SimulatedList::listed() const
{
    std::vector<Application> list;
    for (const auto &[name, application] : m_applications) {
        auto &item = list.emplace_back(application);
        item.uid.clear();
        item.resourceVersion.clear();
    }
    return list;
}

void SimulatedList::askForList(Snapshot &snapshot)
{
    if (m_list)
        return;
    snapshot.listAsked();
    m_list = List{listed(), QString::number(m_version)};
}

bool SimulatedList::deliverList(Snapshot &snapshot)
{
    if (!m_list)
        return false;
    const auto taken = snapshot.takeList(std::move(m_list->applications), m_list->version, true);
    EXPECT_NE(taken, Snapshot::Taken::Older);
    m_list.reset();
    return taken == Snapshot::Taken::Doubtful;
}

bool SimulatedList::deliverNext(Snapshot &snapshot)
{
    if (m_underWay.empty())
        return false;
    snapshot.takeEvent(m_underWay.front());
    m_underWay.pop_front();
    return true;
}

void SimulatedList::deliverSomeEvents(Snapshot &snapshot)
{
    for (int count = random(0, 4); count > 0 && !m_underWay.empty(); --count) {
        const auto at = m_underWay.begin() + random(0, static_cast<int>(m_underWay.size()) - 1);
        const int delivery = random(0, 9);
        if (delivery != 0)
            snapshot.takeEvent(*at);
        if (delivery != 1) // otherwise it is delivered again
            m_underWay.erase(at);
    }
}

void SimulatedList::deliverRest(Snapshot &snapshot)
{
    std::shuffle(m_underWay.begin(), m_underWay.end(), m_random);
    while (deliverNext(snapshot)) { }
}

ListedForm SimulatedList::listedForm() const
{
    ListedForm form;
    for (const auto &[name, application] : m_applications)
        form[name.toStdString()] = formOf(application);
    return form;
}

} // namespace lynceus::test
