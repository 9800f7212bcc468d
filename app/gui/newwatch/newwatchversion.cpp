#include "app/gui/newwatch/newwatchdialog.h"

// What the dialog expects where that is no image, and of an application that is typed.

#include "app/gui/newwatch/watchtargets.h"
#include "app/gui/widgets/chips.h"
#include "core/engine/applicationfinder.h"

#include <QCheckBox>
#include <QLineEdit>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

using Kind = ExpectedVersion::Kind;

constexpr std::array kKinds{Kind::Images, Kind::Revision, Kind::ChartVersion, Kind::Next}; // as the chips have them

} // namespace

void NewWatchDialog::buildVersion()
{
    m_kinds->setChoices({tr("Image"), tr("Revision"), tr("Chart version"), tr("Next version")},
                        {tr("The pods run this image"), tr("This commit or tag was applied and runs"),
                         tr("This version of the Helm chart was applied and runs"),
                         tr("Whatever comes after what runs or is desired now")});
    m_kinds->choose(0);
    m_versionField->setMinimumHeight(30);
    m_awaits->setText(tr("Wait for an application that does not exist yet"));
    m_withChildren->setText(tr("Watch the applications of an app of apps or an ApplicationSet"));
    m_name->setMinimumHeight(30);
    m_name->setAccessibleName(tr("Name of the application"));
    m_name->setPlaceholderText(tr("shop-web, or namespace/shop-web"));
}

void NewWatchDialog::listenToVersion()
{
    connect(m_kinds, &ChipRow::chosenByPerson, this, &NewWatchDialog::showKind);
    for (auto *box : {m_awaits, m_withChildren})
        connect(box, &QCheckBox::toggled, this, &NewWatchDialog::showKind);
    for (auto *field : {m_versionField, m_name}) {
        connect(field, &QLineEdit::textChanged, this, [this] {
            m_error.clear();
            showPlan();
        });
    }
    connect(m_instances, &ChipRow::chosenByPerson, this, &NewWatchDialog::showPlan);
    connect(&m_targets, &WatchTargets::changed, this, &NewWatchDialog::showInstances);
}

void NewWatchDialog::showKind()
{
    const auto expected = kind();
    const bool hasValue = expected == Kind::Revision || expected == Kind::ChartVersion;
    m_versionField->setVisible(hasValue);
    m_versionField->setPlaceholderText(expected == Kind::Revision ? tr("Commit or tag, for example 3f2a1b0 or v1.5.0")
                                                                  : tr("For example 1.5.2"));
    m_versionField->setAccessibleName(expected == Kind::Revision ? tr("Revision") : tr("Chart version"));
    m_namedLine->setVisible(isNamed());
    // Beside an application that is typed only the image is typed there.
    m_field->setEnabled(!isNamed() || expected == Kind::Images);
    showInstances();
    search();
}

void NewWatchDialog::showInstances()
{
    const auto ids = m_targets.instanceIds();
    if (ids != m_instanceIds) {
        m_instanceIds = ids;
        QStringList names;
        std::ranges::transform(ids, std::back_inserter(names),
                               [this](const QString &id) { return m_targets.instanceName(id); });
        m_instances->setChoices(names);
        if (ids.size() == 1)
            m_instances->choose(0);
    }
    m_instances->setVisible(m_instanceIds.size() > 1);
}

Kind NewWatchDialog::kind() const
{
    return kKinds.at(std::size_t(std::max(0, m_kinds->chosen())));
}

Result<ExpectedVersion> NewWatchDialog::version() const
{
    const auto text = m_versionField->text().trimmed();
    switch (kind()) {
    case Kind::Images:
        return ExpectedVersion{};
    case Kind::Revision:
        return parseRevision(text);
    case Kind::ChartVersion:
        return parseChartVersion(text);
    case Kind::Next:
        return ExpectedVersion{Kind::Next, {}};
    }
    Q_UNREACHABLE();
}

bool NewWatchDialog::isNamed() const
{
    return m_awaits->isChecked() || m_withChildren->isChecked();
}

Result<NamedApplication> NewWatchDialog::named() const
{
    const auto text = m_name->text().trimmed();
    if (text.isEmpty())
        return badInput(tr("Type the name of the application."));
    const auto address = parseApplicationAddress(text);
    if (!address)
        return tl::unexpected(address.error());
    const auto id = m_instanceIds.value(m_instances->chosen());
    if (id.isEmpty())
        return badInput(m_awaits->isChecked() ? tr("Choose the instance on which it will be created.")
                                              : tr("Choose its instance."));
    NamedApplication application{{id, address->nameSpace, address->name}};
    if (const auto known = m_targets.index().named(id, text)) {
        application.key = known->entry.key;
        application.project = known->entry.application->project;
    }
    application.waitForApp = m_awaits->isChecked();
    application.withChildren = m_withChildren->isChecked();
    if (kind() == Kind::Images) {
        if (!m_search.typed.image)
            return badInput(tr("Type the whole image reference with its version."));
        application.image = m_search.typed.image;
    }
    return application;
}

QString NewWatchDialog::versionProblem() const
{
    if (const auto expected = version(); !expected) {
        return m_versionField->text().trimmed().isEmpty() ? tr("Type the version to expect.")
                                                          : expected.error().message;
    }
    if (isNamed()) {
        if (const auto application = named(); !application)
            return application.error().message;
    }
    return {};
}

} // namespace lynceus
