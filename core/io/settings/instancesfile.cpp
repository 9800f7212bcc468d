#include "core/io/settings/instancesfile.h"

#include "core/io/settings/instancesjson.h"
#include "core/io/settings/listfile.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

Result<ListText<Instance>> listFrom(const QByteArray &bytes)
{
    return instancesFromJson(bytes).map([](InstancesText &&text) {
        return ListText<Instance>{std::move(text.instances), std::move(text.faults)};
    });
}

ListFile<Instance> listFile(const QString &fileName)
{
    return {fileName, {u"instances"_s, &listFrom, &instancesToJson}};
}

StoredInstances storedFrom(StoredList<Instance> &&list)
{
    return {std::move(list.entries), std::move(list.notice)};
}

} // namespace

InstancesFile::InstancesFile(QString fileName)
    : m_fileName(std::move(fileName))
{ }

QString InstancesFile::usualName()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/lynceus/instances.json"_s;
}

Result<StoredInstances> InstancesFile::read() const
{
    return listFile(m_fileName).read().map(&storedFrom);
}

Result<std::vector<Instance>> InstancesFile::readValid() const
{
    return listFile(m_fileName).readValid();
}

Result<StoredInstances> InstancesFile::change(const Change &apply, const std::vector<Instance> &known) const
{
    return listFile(m_fileName).change(apply, known).map(&storedFrom);
}

Result<void> InstancesFile::checkChangeable() const
{
    return listFile(m_fileName).checkChangeable();
}

Result<void> InstancesFile::writeIfMissing(const std::vector<Instance> &known) const
{
    return listFile(m_fileName).writeIfMissing(known);
}

} // namespace lynceus
