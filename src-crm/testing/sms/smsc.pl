#!/usr/bin/perl
# A message centre by Net::SMPP, an implementation of SMPP that has nothing to do with ours. It takes one client,
# prints one line of JSON for each PDU that it understood, and pushes a receipt after each message.
# Usage: smsc.pl, which prints its port first; it ends when its standard input does.
use strict;
use warnings;
use IO::Select;
use IO::Socket::INET;
use Net::SMPP;

$| = 1;
$SIG{PIPE} = 'IGNORE';
# Net::SMPP warns of every connection that ends between two PDUs.
$SIG{__WARN__} = sub { print STDERR @_ unless $_[0] =~ /^premature eof/ };

# Net::SMPP can't say which port the system gave it.
my $probe = IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1', LocalPort => 0) or die $!;
my $port = $probe->sockport;
close $probe;
my $centre = Net::SMPP->new_listen('127.0.0.1', smpp_version => 0x34, interface_version => 0x34, port => $port)
    or die "listen: $!";
print qq({"port":$port}\n);

my $parent = IO::Select->new(\*STDIN);
my $count = 170;

while (1) {
    my ($ready) = IO::Select->new($centre, \*STDIN)->can_read;
    exit 0 if $ready == \*STDIN && !sysread(STDIN, my $byte, 1);
    next unless $ready == $centre;
    my $client = $centre->accept or next;
    $client->set_version(0x34);
    serve($client);
}

sub serve {
    my ($client) = @_;
    my $select = IO::Select->new($client, \*STDIN);
    while (1) {
        for my $ready ($select->can_read) {
            if ($ready == \*STDIN) {
                exit 0 unless sysread(STDIN, my $byte, 1);
                next;
            }
            my $pdu = $client->read_pdu or return;
            answer($client, $pdu) or return;
        }
    }
}

sub answer {
    my ($client, $pdu) = @_;
    my $name = Net::SMPP::pdu_tab->{ $pdu->{cmd} }{cmd} // 'unknown';
    if ($name eq 'bind_transceiver') {
        my $is_known = $pdu->{system_id} eq 'oedas' && $pdu->{password} eq 'parola';
        say_pdu($name, map { $_ => $pdu->{$_} } qw(system_id system_type interface_version));
        $client->bind_transceiver_resp(
            seq => $pdu->{seq}, system_id => 'perl', status => $is_known ? 0 : 0x0e,
        );
        return 1;
    }
    if ($name eq 'submit_sm') {
        $count += 1;
        say_pdu($name,
            (map { $_ => $pdu->{$_} } qw(source_addr_ton source_addr_npi source_addr dest_addr_ton
                dest_addr_npi destination_addr esm_class registered_delivery data_coding)),
            payload => unpack('H*', $pdu->{short_message}));
        # In hexadecimal, and in decimal in the receipt, as some centres do.
        $client->submit_sm_resp(seq => $pdu->{seq}, message_id => sprintf('%X', $count));
        $client->deliver_sm(
            source_addr_ton => 1, source_addr_npi => 1, source_addr => $pdu->{destination_addr},
            destination_addr => '186', esm_class => 0x04, data_coding => 0, async => 1,
            short_message => "id:$count sub:001 dlvrd:001 submit date:2603021100 done date:2603021101 "
                . 'stat:DELIVRD err:000 text:',
        );
        return 1;
    }
    if ($name eq 'enquire_link') {
        say_pdu($name);
        $client->enquire_link_resp(seq => $pdu->{seq});
        return 1;
    }
    if ($name eq 'unbind') {
        say_pdu($name);
        $client->unbind_resp(seq => $pdu->{seq});
        return 0;
    }
    say_pdu($name, status => $pdu->{status});
    return 1;
}

sub say_pdu {
    my ($name, %fields) = @_;
    my @members = map { my $value = $fields{$_} // ''; qq("$_":"$value") } sort keys %fields;
    print '{', join(',', qq("pdu":"$name"), @members), "}\n";
}
