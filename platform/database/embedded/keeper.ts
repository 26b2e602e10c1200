/** Marks the keeper among the machine's processes. */
export const keeperName = 'altis-database-keeper';

/**
 * A shell that runs a server for as long as Altis holds the other end of its standard input. However Altis ends, `kill -9`
 * included, that end closes and the server gets SIGINT (PostgreSQL's fast shutdown), after 30 s SIGQUIT, after 5 more SIGKILL.
 * It exits with the server.
 */
export const keeperScript = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
{
  while read -r _ <&3; do :; done
  kill -INT $server
  waited=0
  while kill -0 $server; do
    sleep 0.1
    waited=$((waited + 1))
    [ $waited -eq 300 ] && kill -QUIT $server
    [ $waited -eq 350 ] && kill -KILL $server
  done
} >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait $server
code=$?
kill $watch 2>/dev/null
exit $code
`;
